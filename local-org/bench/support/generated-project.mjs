// Projects of any size to measure with, written into a folder.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A class of about 100 lines that uses most of the language; `n` makes it differ from the others. */
const workingClass = (n) => `/** Keeps accounts of the kind ${n} in order. */
public with sharing class Worker${n} extends Base${n % 10} implements Shape${n % 10}, Comparable {
    public enum Grade { LOW, MIDDLE, HIGH }
    public class WorkException extends Exception {}
    private static final Map<String, Integer> WEIGHTS = new Map<String, Integer>{ 'a' => ${n}, 'b' => 2, 'c' => 3 };
    private static Integer made = 0;
    public String label { get; private set; }
    public Decimal total {
        get {
            return total == null ? 0 : total.setScale(2);
        }
        set;
    }
    private final List<Account> accounts;

    static {
        WEIGHTS.put('d', WEIGHTS.get('a') * 2);
    }

    public Worker${n}(List<Account> accounts, String label) {
        super(label);
        this.accounts = accounts ?? new List<Account>();
        this.label = label?.trim();
        made++;
    }

    public Worker${n}() {
        this(new List<Account>(), 'Worker ${n}');
    }

    public override String describe() {
        return String.format('{0} has {1}', new List<Object>{ label, accounts.size() });
    }

    public Decimal area(Decimal width, Integer height) {
        Decimal result = width * height + ${n}.5;
        for (Integer i = 0; i < height; i++) {
            result += Math.mod(i, 7) == 0 ? 1.25 : 0.5;
            if (result > 1000000) {
                break;
            } else if (result < 0) {
                continue;
            }
        }
        return result.setScale(2, RoundingMode.HALF_UP);
    }

    public Integer compareTo(Object other) {
        Worker${n} that = (Worker${n}) other;
        return total == that.total ? 0 : (total < that.total ? -1 : 1);
    }

    public Grade gradeOf(Account account) {
        switch on account.Rating {
            when 'Hot', 'Warm' {
                return Grade.HIGH;
            }
            when null {
                return Grade.LOW;
            }
            when else {
                return account.AnnualRevenue > ${n * 100} ? Grade.MIDDLE : Grade.LOW;
            }
        }
    }

    public Map<Id, List<Contact>> contactsByAccount(Set<Id> ids) {
        Map<Id, List<Contact>> result = new Map<Id, List<Contact>>();
        for (Contact each : [
            SELECT Id, AccountId, LastName, Account.Name
            FROM Contact
            WHERE AccountId IN :ids AND LastName != 'Nobody ${n}' AND (Email != NULL OR Phone != NULL)
            ORDER BY LastName
            LIMIT 200
        ]) {
            if (!result.containsKey(each.AccountId)) {
                result.put(each.AccountId, new List<Contact>());
            }
            result.get(each.AccountId).add(each);
        }
        return result;
    }

    public void save(Boolean strict) {
        List<Account> changed = new List<Account>();
        try {
            for (Account account : accounts) {
                account.Description = describe() + ' ' + gradeOf(account).name();
                account.NumberOfEmployees = (account.NumberOfEmployees ?? 0) + ${n};
                changed.add(account);
            }
            update as system changed;
        } catch (DmlException problem) {
            if (strict) {
                throw new WorkException('Not saved: ' + problem.getDmlMessage(0), problem);
            }
            System.debug(LoggingLevel.WARN, problem.getMessage());
        } finally {
            made += changed.size();
        }
    }
}
`;

const baseClass = (n) => `public abstract with sharing class Base${n} {
    protected String name;
    public Base${n}(String name) {
        this.name = name;
    }
    public abstract String describe();
}
`;

const shape = (n) => `public interface Shape${n} {
    Decimal area(Decimal width, Integer height);
}
`;

const testClass = (n, methods) => `@IsTest
private class Worker${n}Test {
    @TestSetup
    static void setUp() {
        insert new Account(Name = 'Setup');
    }
${Array.from(
  { length: methods },
  (_, method) => `
    @IsTest
    static void works${method}() {
        Account account = [SELECT Id, Rating, AnnualRevenue, NumberOfEmployees FROM Account];
        insert new Contact(LastName = 'Contact ${method}', AccountId = account.Id, Email = 'c@example.com');
        Worker${n} worker = new Worker${n}(new List<Account>{ account }, 'Test');
        worker.save(true);
        Assert.areEqual(1, worker.contactsByAccount(new Set<Id>{ account.Id }).size());
        Assert.areEqual(Worker${n}.Grade.LOW, worker.gradeOf(account));
        Assert.isTrue(worker.area(2, ${method}) >= 0);
    }
`
).join('')}}
`;

/** Writes a project of so many classes, a test class for the first `tested` of them. Answers its folder and its lines of Apex. */
export function writeProject(folder, { classes, tested = 0, methods = 10 }) {
  const source = join(folder, 'classes');
  mkdirSync(source, { recursive: true });
  let lines = 0;
  const write = (name, text) => {
    writeFileSync(join(source, `${name}.cls`), text);
    lines += text.split('\n').length - 1;
  };
  for (let n = 0; n < 10; n++) {
    write(`Base${n}`, baseClass(n));
    write(`Shape${n}`, shape(n));
  }
  for (let n = 0; n < classes; n++) write(`Worker${n}`, workingClass(n));
  for (let n = 0; n < tested; n++) write(`Worker${n}Test`, testClass(n, methods));
  return { folder, lines };
}
