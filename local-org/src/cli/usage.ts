/** What `local-org help` prints. */
export const usage = `Usage: local-org <command> [options]

  start                 Serve the org.
    --source DIR        Salesforce source or DX project; may be repeated. Default: the project in this folder.
    --port N            Default 4300.
    --data DIR          Where the org's data lies. Default .local-org
    --users FILE        User definition file, as \`sf org create user\` reads it; may be repeated.
    --import FILE       Data plan, as \`sf data import tree --plan\` reads it; may be repeated. New orgs only.
    --run FILE          Anonymous Apex to run in a new org; may be repeated.
    --user USERNAME     Who imports and runs. Default: the org's administrator.
    --credentials FILE  Secrets of external credentials. Default <data>/credentials.json
    --fresh             Start over with empty data.
    --clock-ahead N     Let the org's time run N seconds ahead, to see what waits come due.
    --dev               Reload components while they are edited.

  test                  Run the project's Apex tests; exit code 1 when one fails.
    --source DIR        As above.
    --filter X          Class, Class.method, or a pattern with *.
    --json FILE         Write the results as JSON.
    --junit FILE        Write the results as JUnit XML.
    --coverage          Report coverage per class.
    --lcov FILE         Write coverage as an lcov tracefile.
    --workers N         Worker threads. Default: one a processor, at most 4.
    --permission-set X  Permission set for the user who runs the tests; may be repeated.
    --timeout SECONDS   Longest time of one test. Default 120.
    --shard I/N         Run the I-th of N parts, for N machines side by side.
    --shuffle           Run in a random order; its seed is printed.
    --seed N            Run in the random order of that seed.
    --logs DIR          Write the debug log of each test.
    --log-level X       What it holds, like APEX_CODE,FINE;DB,INFO.
    --profile           Show which methods, queries and DML take the time.
    --watch             Stay, and run again what an edited file touches.
    --no-namespace      Leave out the namespace of sfdx-project.json, as \`sf org create scratch --no-namespace\` does.

  exec FILE             Run anonymous Apex; prints its debug lines and the limits used.
    --source DIR, --user USERNAME, --data DIR, --credentials FILE

  query "SELECT …"      Run a SOQL query.
    --source DIR, --data DIR, --json`;
