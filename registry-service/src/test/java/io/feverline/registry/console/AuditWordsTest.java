package io.feverline.registry.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.audit.Act;
import io.quarkus.qute.i18n.Message;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditWordsTest {
    private static final Pattern CASE = Pattern.compile("\\{#case ([A-Z_]+)}\\S");

    /** Unlike a word that is missing, a case that is missing compiles. */
    @ParameterizedTest
    @ValueSource(classes = {AuditWords.class, AuditWordsInEnglish.class})
    void every_act_has_a_word(Class<?> words) throws NoSuchMethodException {
        String message =
                words.getMethod("actOf", Act.class).getAnnotation(Message.class).value();

        assertThat(CASE.matcher(message).results().map((MatchResult found) -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Act.values()).map(Act::name).toList());
    }
}
