package io.feverline.alert.rest;

/** The problems of this service. Their details never quote what the caller sent. */
final class Problems {

    private Problems() {}

    /** @param complaint in both languages, the parameter's name left out */
    static ProblemException invalidParameter(String name, String complaint) {
        return new ProblemException(
                Problem.of(400, "invalid-parameter", "参数不对 / Invalid parameter", name + " " + complaint));
    }

    /** Also for what lies outside the caller's area: that it exists is not theirs to know. */
    static ProblemException noSuchAlert() {
        return new ProblemException(Problem.of(
                404,
                "alert-not-found",
                "没有这条警报 / No such alert",
                "您的辖区内没有此编号的警报 / there is no alert of this id in your area"));
    }

    static Problem notSignedIn() {
        return Problem.of(
                401, "not-signed-in", "尚未登录 / Not signed in", "需要有效的 Bearer 令牌 / a valid bearer token is needed");
    }

    static Problem notAllowed() {
        return Problem.of(403, "not-allowed", "无权操作 / Not allowed", "您的角色无此权限 / your roles do not allow this");
    }

    static Problem broken() {
        return Problem.of(
                500, "internal-error", "服务内部错误 / Internal error", "服务出错，已记录 / the service failed and has noted why");
    }

    /** The problem of a status that the HTTP layer decided on. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 400 ->
                Problem.of(400, "bad-request", "请求不对 / Bad request", "无法理解该请求 / the request cannot be understood");
            case 401 -> notSignedIn();
            case 403 -> notAllowed();
            case 404 ->
                Problem.of(404, "not-found", "没有这个地址 / Nothing here", "此地址没有内容 / there is nothing at this address");
            case 405 ->
                Problem.of(
                        405,
                        "method-not-allowed",
                        "此地址不支持该方法 / Method not allowed",
                        "请换用其他方法 / this address has other methods");
            case 406 ->
                Problem.of(
                        406,
                        "not-acceptable",
                        "没有可接受的内容类型 / Not acceptable",
                        "请查看文档 / the document tells what is offered");
            case 415 ->
                Problem.of(
                        415,
                        "unsupported-media-type",
                        "内容类型不支持 / Media type not supported",
                        "请查看文档 / the document tells what is taken");
            default ->
                status >= 500
                        ? broken()
                        : Problem.of(status, "refused", "请求被拒绝 / Refused", "请求被拒绝 / the request was refused");
        };
    }
}
