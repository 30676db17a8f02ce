import { orgTable } from './org-table.js';

const feeds = 'Apex Reference Guide, "ChatterFeeds Class"';
const segments = 'Apex Reference Guide, "ConnectApi.MessageSegment"';
const equality = 'Apex Reference Guide, "ConnectApi Input Classes"';

const classes = {
  Posts: `public class Posts {
    public static ConnectApi.MessageSegmentInput text(String value) {
      ConnectApi.TextSegmentInput made = new ConnectApi.TextSegmentInput(); made.text = value; return made;
    }
    public static ConnectApi.MessageSegmentInput mention(Id who) {
      ConnectApi.MentionSegmentInput made = new ConnectApi.MentionSegmentInput(); made.id = who; return made;
    }
    public static ConnectApi.MessageBodyInput body(List<ConnectApi.MessageSegmentInput> parts) {
      ConnectApi.MessageBodyInput made = new ConnectApi.MessageBodyInput(); made.messageSegments = parts; return made;
    }
    public static ConnectApi.FeedElement post(Id subject, List<ConnectApi.MessageSegmentInput> parts) {
      ConnectApi.FeedItemInput input = new ConnectApi.FeedItemInput();
      input.subjectId = subject; input.body = body(parts); input.feedElementType = ConnectApi.FeedElementType.FeedItem;
      return ConnectApi.ChatterFeeds.postFeedElement(Network.getNetworkId(), input);
    }
    public static ConnectApi.FeedElement say(String value) {
      return ConnectApi.ChatterFeeds.postFeedElement(null, 'me', ConnectApi.FeedElementType.FeedItem, value);
    }
    public static String kinds(ConnectApi.FeedBody body) {
      String seen = '';
      for (ConnectApi.MessageSegment one : body.messageSegments) seen += one.type + '(' + one.text + ') ';
      return seen.trim();
    }
    public static ConnectApi.FeedElement onAccount() {
      Account about = new Account(Name = 'Acme'); insert about;
      return post(about.Id, new List<ConnectApi.MessageSegmentInput>{ text('Hi '), mention(UserInfo.getUserId()) });
    }
    public static String stored() {
      FeedItem row = [SELECT Body, IsRichText, Parent.Name FROM FeedItem WHERE Id = :onAccount().id];
      return row.Body + ' ' + row.IsRichText + ' ' + row.Parent.Name;
    }
    public static String mentioned() {
      ConnectApi.MentionSegment one = (ConnectApi.MentionSegment) onAccount().body.messageSegments[1];
      return one.name + ' ' + (one.record.id == UserInfo.getUserId());
    }
    public static String rich() {
      ConnectApi.MarkupBeginSegmentInput opening = new ConnectApi.MarkupBeginSegmentInput(); opening.markupType = ConnectApi.MarkupType.Bold;
      ConnectApi.MarkupEndSegmentInput closing = new ConnectApi.MarkupEndSegmentInput(); closing.markupType = ConnectApi.MarkupType.Bold;
      ConnectApi.FeedElement made = post(UserInfo.getUserId(), new List<ConnectApi.MessageSegmentInput>{ opening, text('a < b'), closing });
      FeedItem row = [SELECT Body, IsRichText FROM FeedItem WHERE Id = :made.id];
      return kinds(made.body) + ' | ' + made.body.text + ' | ' + row.Body + ' ' + row.IsRichText + ' | ' + ConnectApi.ChatterFeeds.getFeedElement(null, made.id).body.text;
    }
    public static String commented() {
      ConnectApi.CommentInput input = new ConnectApi.CommentInput();
      input.body = body(new List<ConnectApi.MessageSegmentInput>{ text('Yes #done') });
      ConnectApi.FeedElement made = say('Ready?');
      ConnectApi.Comment first = ConnectApi.ChatterFeeds.postCommentToFeedElement(null, made.id, input, null);
      ConnectApi.Comment second = ConnectApi.ChatterFeeds.postCommentToFeedElement(null, made.id, 'No');
      return kinds(first.body) + ' ' + second.body.text + ' ' + [SELECT COUNT() FROM FeedComment WHERE FeedItemId = :made.id];
    }
    public static String wrongMention() {
      try { post(UserInfo.getUserId(), new List<ConnectApi.MessageSegmentInput>{ mention('001000000000001') }); return 'posted'; }
      catch (ConnectApi.ConnectApiException e) { return e.getMessage(); }
    }
    public static Boolean same(String one, String other) {
      return body(new List<ConnectApi.MessageSegmentInput>{ text(one) }) == body(new List<ConnectApi.MessageSegmentInput>{ text(other) });
    }
  }`
};

orgTable(
  'posts and comments',
  [
    ["Posts.say('hi').body.text", 'hi', feeds],
    ["((ConnectApi.FeedItem) Posts.say('hi')).actor.name == UserInfo.getName()", 'true', feeds],
    ["Posts.say('hi').parent.id == UserInfo.getUserId()", 'true', feeds],
    [
      "Posts.kinds(Posts.say('See https://a.example/x?y=1, #late now').body)",
      'Text(See ) Link(https://a.example/x?y=1) Text(, ) Hashtag(#late) Text( now)',
      segments
    ],
    ["Posts.mentioned().endsWith(UserInfo.getName() + ' true')", 'true', segments],
    ["Posts.stored() == 'Hi @' + UserInfo.getName() + ' false Acme'", 'true', feeds],
    [
      'Posts.rich()',
      'MarkupBegin() Text(a < b) MarkupEnd() | a < b | <b>a &lt; b</b> true | a < b',
      'Apex Reference Guide, "ConnectApi.MarkupType Enum"'
    ],
    ['Posts.commented()', 'Text(Yes ) Hashtag(#done) No 2', feeds],
    ['Posts.wrongMention()', 'Only user and group IDs may be used in inline mentions.', 'seen in a public suite'],
    ["Posts.same('a', 'a')", 'true', equality],
    ["Posts.same('a', 'b')", 'false', equality]
  ],
  { classes, asTest: false }
);
