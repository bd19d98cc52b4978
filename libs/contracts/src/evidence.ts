/** `POST /review-rounds/{roundId}/sign-off`: whoever signs says the own password again. */
export interface SignOffRequest {
  password: string;
}
