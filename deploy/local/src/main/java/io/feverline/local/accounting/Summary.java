package io.feverline.local.accounting;

/**
 * How a simulation ended.
 *
 * @param sent readings in the ledger
 * @param ok acknowledged ones
 * @param rejected refused ones
 * @param unknown never answered ones
 * @param passages acknowledged readings against the registry's passages
 * @param fevers readings over the policy's threshold against the readings of the alerts' episodes
 */
public record Summary(int sent, int ok, int rejected, int unknown, Match passages, Match fevers) {
    /** Whether each is where it belongs, and nothing besides. */
    public boolean agrees() {
        return passages.agrees() && fevers.agrees();
    }

    /** For a person. */
    public String text() {
        return """

                对账 summary
                  已发送 sent %d   成功 ok %d   拒绝 rejected %d   未知 unknown %d
                  成功读数 ok %d   通行记录 passages %d   缺 missing %d   多 besides %d
                  超阈值的成功读数 ok over the threshold %d   发热事件读数 episode readings %d   缺 missing %d   多 besides %d
                  %s
                """.formatted(
                        sent,
                        ok,
                        rejected,
                        unknown,
                        passages.expected(),
                        passages.found(),
                        passages.missing(),
                        passages.besides(),
                        fevers.expected(),
                        fevers.found(),
                        fevers.missing(),
                        fevers.besides(),
                        agrees() ? "✔ 账目一致 the counts agree with both databases" : "✗ 账目不一致 the counts differ");
    }
}
