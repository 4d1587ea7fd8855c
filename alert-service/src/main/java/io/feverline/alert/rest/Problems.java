package io.feverline.alert.rest;

/** The problems of this service. Their details never quote what the caller sent. */
final class Problems {

    private Problems() {}

    static ProblemException invalidParameter(String name, String complaint) {
        return new ProblemException(
                Problem.of(400, "invalid-parameter", "Invalid parameter", name + " " + complaint + "."));
    }

    /** Also for what lies outside the caller's area: that it exists is not theirs to know. */
    static ProblemException noSuchAlert() {
        return new ProblemException(
                Problem.of(404, "alert-not-found", "No such alert", "There is no alert of this id in your area."));
    }

    static Problem notSignedIn() {
        return Problem.of(401, "not-signed-in", "Not signed in", "A valid bearer token is needed.");
    }

    static Problem notAllowed() {
        return Problem.of(403, "not-allowed", "Not allowed", "Your roles do not allow this.");
    }

    static Problem broken() {
        return Problem.of(500, "internal-error", "Internal error", "The service failed; it has noted why.");
    }

    /** The problem of a status that the HTTP layer decided on. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "bad-request", "Bad request", "The request cannot be understood.");
            case 401 -> notSignedIn();
            case 403 -> notAllowed();
            case 404 -> Problem.of(404, "not-found", "Not found", "There is nothing at this address.");
            case 405 -> Problem.of(405, "method-not-allowed", "Method not allowed", "This address has other methods.");
            case 406 ->
                Problem.of(406, "not-acceptable", "Not acceptable", "No media type that is accepted is offered.");
            case 415 -> Problem.of(415, "unsupported-media-type", "Unsupported media type", "Send another media type.");
            default -> status >= 500 ? broken() : Problem.of(status, "refused", "Refused", "The request was refused.");
        };
    }
}
