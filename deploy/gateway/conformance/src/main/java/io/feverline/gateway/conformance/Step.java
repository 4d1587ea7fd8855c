package io.feverline.gateway.conformance;

import java.util.List;

/** What the door does to a gateway, in this order. */
enum Step {
    CALM("一切正常", "takes everything"),
    UNKNOWN("503，可能已收下", "503: it may have been taken"),
    BUSY("503，带 Retry-After", "503 with Retry-After"),
    CUT("收下后断开", "takes it and hangs up"),
    TORN("应答中途断开", "hangs up within its answer"),
    QUOTA("429，带 Retry-After", "429 with Retry-After"),
    REJECT("422，永久拒绝", "422: refuses it for good"),
    SLOW("应答很慢", "answers late"),
    OUTAGE("长时间中断", "is away for long"),
    RETURN("恢复，积压处理缓慢", "is back, and slow with the backlog"),
    END("等待其余读数", "waits for what is left");

    /** The script; between two steps it is calm. */
    static final List<Step> SCRIPT =
            List.of(UNKNOWN, BUSY, CUT, TORN, QUOTA, REJECT, SLOW, OUTAGE, RETURN, OUTAGE, RETURN, END);

    private final String chinese;
    private final String english;

    Step(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    String words() {
        return chinese + " / " + english;
    }
}
