import { orgTable } from './org-table.js';

const request = 'Apex Reference Guide, "HttpRequest Class"';
const response = 'Apex Reference Guide, "HttpResponse Class"';
const mocks = 'Apex Developer Guide, "Testing HTTP Callouts by Implementing the HttpCalloutMock Interface"';
const resources = 'Apex Developer Guide, "Testing HTTP Callouts Using Static Resources"';
const soap = 'Apex Developer Guide, "Test Web Service Callouts"';
const order = 'Apex Developer Guide, "Testing Apex Callouts with DML operations"';
const continuations = 'Apex Reference Guide, "Continuation Class"';
const limits = 'Apex Developer Guide, "Execution Governors and Limits"';

const classes = {
  Echo: `public class Echo implements HttpCalloutMock {
    public HttpResponse respond(HttpRequest req) {
      HttpResponse res = new HttpResponse();
      res.setStatusCode(201); res.setStatus('Created'); res.setHeader('X-Method', req.getMethod());
      res.setBody(req.getEndpoint() + '|' + req.getBody());
      return res;
    }
  }`,
  SoapEcho: `public class SoapEcho implements WebServiceMock {
    public void doInvoke(Object stub, Object request, Map<String, Object> response, String endpoint, String soapAction,
        String requestName, String responseNS, String responseName, String responseType) {
      response.put('response_x', String.join(new List<String>{ endpoint, soapAction, requestName, responseNS, responseName, responseType }, ' '));
    }
  }`,
  Pager: `public class Pager {
    public String label; public String got;
    public Continuation start() {
      Continuation c = new Continuation(40); c.continuationMethod = 'done'; c.state = 'kept';
      HttpRequest r = new HttpRequest(); r.setEndpoint('https://example.com'); r.setMethod('GET');
      label = c.addHttpRequest(r);
      return c;
    }
    public Object done(Object state) { got = state + ':' + Continuation.getResponse(label).getBody(); return null; }
  }`,
  Calls: `public class Calls {
    static HttpRequest get(String url) { HttpRequest r = new HttpRequest(); r.setEndpoint(url); r.setMethod('GET'); return r; }
    public static String mocked() {
      Test.setMock(HttpCalloutMock.class, new Echo());
      HttpRequest r = get('https://example.com/a'); r.setBody('ü');
      HttpResponse s = new Http().send(r);
      return s.getStatusCode() + s.getStatus() + s.getHeader('x-method') + s.getBody() + Limits.getCallouts();
    }
    public static String unmocked() { return new Http().send(get('https://example.com')).getBody(); }
    public static String afterDml() {
      Test.setMock(HttpCalloutMock.class, new Echo()); insert new Account(Name = 'a'); return mocked();
    }
    public static String afterStart() { insert new Account(Name = 'a'); Test.startTest(); return mocked(); }
    public static String tooMany() {
      Test.setMock(HttpCalloutMock.class, new Echo());
      for (Integer i = 0; i < 101; i++) new Http().send(get('https://example.com'));
      return 'sent';
    }
    public static String single() {
      StaticResourceCalloutMock mock = new StaticResourceCalloutMock();
      mock.setStaticResource('Answer'); mock.setStatusCode(200); mock.setHeader('Content-Type', 'application/json');
      Test.setMock(HttpCalloutMock.class, mock);
      HttpResponse s = new Http().send(get('https://anything'));
      return s.getStatusCode() + s.getHeader('Content-Type') + s.getBody();
    }
    public static String several() {
      MultiStaticResourceCalloutMock mock = new MultiStaticResourceCalloutMock();
      mock.setStaticResource('https://a', 'Answer'); mock.setStaticResource('https://b', 'Other'); mock.setStatusCode(200);
      Test.setMock(HttpCalloutMock.class, mock);
      return new Http().send(get('https://b')).getBody() + new Http().send(get('https://a')).getBody();
    }
    public static String soap() {
      Test.setMock(WebServiceMock.class, new SoapEcho());
      Map<String, Object> response = new Map<String, Object>{ 'response_x' => null };
      WebServiceCallout.invoke('stub', 'request', response, new List<String>{ 'https://e', 'act', 'urn:q', 'ask', 'urn:a', 'answer', 'Type' });
      return response.get('response_x') + ' ' + Limits.getCallouts();
    }
    public static String unmockedSoap() {
      WebServiceCallout.invoke(null, null, new Map<String, Object>(), new List<String>{ '', '', '', '', '', '', '' }); return '';
    }
    public static String body() {
      HttpRequest r = get('https://example.com'); Dom.Document d = new Dom.Document(); d.createRootElement('a', null, null);
      r.setBodyDocument(d); r.setCompressed(true); r.setClientCertificateName('Mine');
      return r.getBody() + r.getBodyDocument().getRootElement().getName() + r.getCompressed() + r.getBodyAsBlob().size();
    }
    public static String reader() {
      HttpResponse s = new HttpResponse(); s.setBody('<a><b/></a>');
      XmlStreamReader x = s.getXmlStreamReader(); x.next(); return x.getLocalName() + s.getBodyDocument().getRootElement().getName();
    }
    public static String headers() {
      HttpResponse s = new HttpResponse(); s.setHeader('Content-Type', 'a'); s.setHeader('content-type', 'b'); s.setHeader('X', 'y');
      return s.getHeaderKeys() + s.getHeader('CONTENT-TYPE') + s.getHeader('none');
    }
    public static String slow(Integer ms) { HttpRequest r = get('https://example.com'); r.setTimeout(ms); return 'set'; }
    public static String continued() {
      Pager p = new Pager(); Continuation c = p.start();
      HttpResponse s = new HttpResponse(); s.setBody('late');
      Test.setContinuationResponse(p.label, s);
      Object result = Test.invokeContinuationMethod(p, c);
      return p.got + result + c.getRequests().size() + c.getRequests().containsKey(p.label);
    }
    public static String crowded() {
      Continuation c = new Continuation(1); for (Integer i = 0; i < 4; i++) c.addHttpRequest(get('https://a')); return '';
    }
    public static String rest() {
      RestContext.request = new RestRequest(); RestContext.response = new RestResponse();
      RestContext.request.requestURI = '/services/apexrest/x/1'; RestContext.request.httpMethod = 'POST';
      RestContext.request.requestBody = Blob.valueOf('{}'); RestContext.request.addParameter('a', '1'); RestContext.request.addHeader('h', '2');
      RestContext.response.statusCode = 404; RestContext.response.addHeader('k', 'v');
      RestRequest r = RestContext.request;
      return r.requestURI.substringAfterLast('/') + r.httpMethod + r.requestBody.toString() + r.params.get('a') + r.headers.get('h')
        + RestContext.response.statusCode + RestContext.response.headers.get('k');
    }
  }`
};

const resource = (body: string) => ({
  body,
  meta: '<StaticResource><contentType>text/plain</contentType></StaticResource>'
});
const { body, meta } = resource('{"a":1}');

orgTable(
  'Callouts in tests',
  [
    ['Calls.mocked()', '201CreatedGEThttps://example.com/a|ü1', mocks],
    [
      'Calls.unmocked()',
      'System.TypeException: Methods defined as TestMethod do not support Web service callouts',
      mocks
    ],
    [
      'Calls.afterDml()',
      'System.CalloutException: You have uncommitted work pending. Please commit or rollback before calling out',
      order
    ],
    ['Calls.afterStart()', '201CreatedGEThttps://example.com/a|ü1', order],
    ['Calls.tooMany()', 'System.LimitException: Too many callouts: 101', limits],
    ['Calls.single()', '200application/json{"a":1}', resources],
    ['Calls.several()', 'two{"a":1}', resources],
    ['Calls.soap()', 'https://e act ask urn:a answer Type 1', soap],
    [
      'Calls.unmockedSoap()',
      'System.TypeException: Methods defined as TestMethod do not support Web service callouts',
      soap
    ],
    ['Calls.body()', '<?xml version="1.0" encoding="UTF-8"?><a />atrue43', request],
    ['Calls.reader()', 'aa', response],
    ['Calls.headers()', '(content-type, X)bnull', response],
    ['Calls.slow(120000)', 'set', `${request}: 1 to 120,000 ms`],
    ['Calls.continued()', 'kept:latenull1true', continuations],
    [
      'Calls.crowded()',
      'System.CalloutException: Exceeded max number (3) of asynchronous callouts per continuation',
      `${continuations}; the text is from memory`
    ],
    ['Calls.rest()', '1POST{}12404v', 'Apex Developer Guide, "Testing RESTful Web Services"'],
    ['RestContext.request', 'null', 'Apex Reference Guide, "RestContext Class"']
  ],
  {
    classes,
    files: {
      'staticresources/Answer.resource': body,
      'staticresources/Answer.resource-meta.xml': meta,
      'staticresources/Other.resource': 'two',
      'staticresources/Other.resource-meta.xml': meta
    }
  }
);
