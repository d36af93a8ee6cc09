/** The interface for programs: what is wrong with a request, or who may not ask it. */
export const API_ERRORS = {
  TB_API_PATH_UNKNOWN: {
    sentence: 'There is nothing at {path}.',
    remedy: 'Look for the address in the description of the interface, /api/v1/openapi.json.',
  },
  TB_API_ID_UNKNOWN: {
    sentence: 'There is no {kind} "{id}" that you may see.',
    remedy: 'Take an id from the list it belongs to, asked by the same user and for the same date.',
  },
  TB_API_METHOD: {
    sentence: 'The method {method} is not answered at {path}.',
    remedy: 'Use one of the methods of the header Allow.',
  },
  TB_API_INVALID: {
    sentence: 'The request cannot be used: {reason}.',
    remedy: 'Compare the parameters named under "errors" with the description of the interface, /api/v1/openapi.json.',
  },
  TB_API_CURSOR: {
    sentence: 'The cursor does not belong to this list.',
    remedy: 'Follow "next" as it stands, with the other parameters unchanged, or begin anew without a cursor.',
  },
  TB_API_NOT_ACCEPTABLE: {
    sentence: 'There is no form of this answer that the header Accept allows ({accept}).',
    remedy: 'Ask for one of {forms}, or leave the header out.',
  },
  TB_API_LOGIN: {
    sentence: 'Only users of the book may ask this.',
    remedy: 'Send an access token as "Authorization: Bearer …", or log in.',
  },
  TB_API_FORBIDDEN: {
    sentence: 'The role "{role}" does not have the right "{right}", which this needs.',
    remedy: 'Ask somebody who administers the book for another role.',
  },
  TB_API_ORIGIN: {
    sentence: 'The request was not sent by a page of this server.',
    remedy: 'Send it from our pages, or as a program with an access token.',
  },
  TB_API_CSRF: {
    sentence: 'The request does not have the token of the session.',
    remedy: 'Send "csrf" of GET /api/v1/session in the header X-CSRF-Token.',
  },
  TB_API_ADDRESS_LONG: {
    sentence: 'The address is longer than {limit} characters.',
    remedy: 'Ask for less at once.',
  },
  TB_API_BODY: {
    sentence: 'The body of the request is no JSON.',
    remedy: 'Send JSON, with the header "Content-Type: application/json".',
  },
  TB_API_TOO_LARGE: {
    sentence: 'The body of the request is larger than {limit} bytes.',
    remedy: 'Send it in parts.',
  },
  TB_API_TOO_MANY: {
    sentence: 'There were too many requests in a short time.',
    remedy: 'Wait as many seconds as the header Retry-After says.',
  },
  TB_API_BOOK: {
    sentence: 'The book cannot be read or written at the moment.',
    remedy: 'Try again; if it stays so, whoever runs the server finds the reason in its output.',
  },
  TB_API_FAILED: {
    sentence: 'The server failed to answer; that is a fault of the program.',
    remedy: 'Try another request; whoever runs the server finds the reason in its output.',
  },
} as const;
