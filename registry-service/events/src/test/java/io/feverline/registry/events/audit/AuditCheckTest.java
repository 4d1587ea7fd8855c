package io.feverline.registry.events.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.events.audit.AuditCheck.Fault;
import io.feverline.registry.events.audit.AuditCheck.Kind;
import io.feverline.registry.events.audit.AuditCheck.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditCheckTest {
    private final List<AuditRow> log = new ArrayList<>(Logs.sound(5));

    @Test
    void a_log_as_it_was_written_is_intact() {
        Outcome outcome = check(head(3), head(5));

        assertThat(outcome.isIntact()).isTrue();
        assertThat(outcome.rows()).isEqualTo(5);
        assertThat(outcome.heads()).isEqualTo(2);
        assertThat(outcome.hash()).isEqualTo(log.get(4).hash());
    }

    @Test
    void an_empty_one_is_too() {
        log.clear();

        assertThat(check().isIntact()).isTrue();
    }

    @Test
    void a_row_that_was_changed_shows() {
        log.set(
                2,
                Logs.with(
                        Logs.row(3, "somebody else", log.get(1).hash()),
                        log.get(2).hash()));

        assertThat(check().fault()).isEqualTo(new Fault(Kind.ROW_CHANGED, 3));
    }

    @Test
    void one_that_was_changed_with_its_hash_shows_at_the_next() {
        log.set(2, Logs.row(3, "somebody else", log.get(1).hash()));

        assertThat(check().fault()).isEqualTo(new Fault(Kind.ROW_CHANGED, 4));
    }

    @Test
    void one_that_is_missing_shows() {
        log.remove(2);

        assertThat(check().fault()).isEqualTo(new Fault(Kind.ROW_MISSING, 3));
    }

    @Test
    void the_first_that_is_missing_shows() {
        log.remove(0);

        assertThat(check().fault()).isEqualTo(new Fault(Kind.ROW_MISSING, 1));
    }

    @Test
    void what_was_cut_off_shows_by_a_head() {
        SignedHead head = head(5);
        log.remove(4);

        assertThat(check(head).fault()).isEqualTo(new Fault(Kind.CUT_OFF, 5));
    }

    @Test
    void a_log_that_was_emptied_shows_by_a_head() {
        SignedHead head = head(5);
        log.clear();

        assertThat(check(head).fault()).isEqualTo(new Fault(Kind.CUT_OFF, 1));
    }

    @Test
    void what_was_written_anew_from_some_row_on_shows_by_a_head() {
        SignedHead head = head(4);
        String previous = log.get(1).hash();
        for (int index = 2; index < 5; index++) {
            log.set(index, Logs.row(index + 1, "somebody else", previous));
            previous = log.get(index).hash();
        }

        assertThat(check(head).fault()).isEqualTo(new Fault(Kind.WRITTEN_ANEW, 4));
    }

    @Test
    void two_heads_of_one_row_that_differ_show() {
        SignedHead other = new SignedHead(3, AuditRow.BEFORE_THE_FIRST, Logs.EIGHT, "");

        assertThat(check(head(3), other).fault()).isEqualTo(new Fault(Kind.TWO_HEADS, 3));
    }

    @Test
    void the_same_head_twice_is_no_fault() {
        assertThat(check(head(3), head(3)).isIntact()).isTrue();
    }

    @Test
    void a_forged_head_is_counted_and_says_nothing_of_the_log() {
        var check =
                new AuditCheck(List.of(new SignedHead(9, AuditRow.BEFORE_THE_FIRST, Logs.EIGHT, "")), head -> false);
        log.forEach(check::accept);

        assertThat(check.outcome().isIntact()).isTrue();
        assertThat(check.outcome().forgedHeads()).isEqualTo(1);
    }

    private SignedHead head(int seq) {
        return new SignedHead(seq, log.get(seq - 1).hash(), Logs.EIGHT, "");
    }

    private Outcome check(SignedHead... heads) {
        var check = new AuditCheck(List.of(heads), head -> true);
        log.forEach(check::accept);
        return check.outcome();
    }
}
