package io.feverline.events.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.feverline.ingest.events.DocumentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Where hutool, libphonenumber and id-validator agree, so do we, but for what stands here. Where they do not, the decision
 * and its reason stand here, each. The vectors lie beside the checkout; without them only the decisions below are tested.
 */
class IdentityVectorsTest {
    private static final Path VECTORS =
            Path.of(System.getProperty("feverline.data", "../../../shared/data"), "identity-vectors/vectors.tsv");

    /** Input to verdict, where the libraries differ or where hutool alone is not followed. */
    private static final Map<String, Boolean> DECIDED = Map.ofEntries(
            // Typed with a space, full-width or with a line's end: the number is right, the form is ours to mend.
            Map.entry(" 34252819630522586X", true),
            Map.entry("３４２５２８１９６３０５２２５８６X", true),
            Map.entry("34252819630522586X\\n", true),
            // A day that does not exist, a birth in the future, a birth before 1900: no living traveller's. hutool's
            // view.
            Map.entry("360322202102290021", false),
            Map.entry("360322202701010028", false),
            Map.entry("360322189912310027", false),
            Map.entry("360322184912310024", false),
            // No such province (GB/T 2260): 00, 10; hutool's view, id-validator without its table accepts anything.
            Map.entry("000000199003071236", false),
            Map.entry("10000019900307123X", false),
            // 91 was reserved for abroad and never assigned to residents.
            Map.entry("910000199003071230", false),
            // Taiwan, Hong Kong, Macao residents' permits of 2018 carry 83, 81, 82; 71 is Taiwan in GB/T 2260.
            Map.entry("710000199003071233", true),
            Map.entry("820000199003071239", true),
            Map.entry("81000019980902013X", true),
            Map.entry("830000200209060065", true),
            // Plates: a dot or full-width letter is how people write it.
            Map.entry("赣J·12345", true),
            Map.entry("赣Ｊ12345", true),
            // Temporary, oversized and trial plates of GA 36-2018 are on the road, whatever hutool's pattern says.
            Map.entry("粤ZF123试", true),
            Map.entry("粤ZF123超", true),
            Map.entry("粤ZF123临", true),
            // Emergency vehicles carry X, four characters and 应急 together: neither half alone is a plate.
            Map.entry("粤ZF123应", false),
            Map.entry("粤ZF123急", false),
            Map.entry("粤ZF123消", false),
            // Ranges that nobody was assigned: hutool's pattern takes them, libphonenumber's metadata follows the
            // ministry's plan, and a number that reaches nobody is what follow-up must hear of at once.
            Map.entry("14101712501", false),
            Map.entry("14351440055", false),
            Map.entry("14930969314", false),
            Map.entry("16165058261", false),
            Map.entry("16361214375", false),
            Map.entry("16917853931", false),
            Map.entry("17992975832", false),
            // Written with spaces, a landline, or of Hong Kong: somebody answers there. libphonenumber's view.
            Map.entry("136 1234 5678", true),
            Map.entry("13612345678 ", true),
            Map.entry("010-88993108", true),
            Map.entry("07993663120", true),
            Map.entry("+85291234567", true));

    @TestFactory
    Stream<DynamicTest> a_resident_identity_number_is_judged_as_decided() throws IOException {
        return vectors("id")
                .map(v -> DynamicTest.dynamicTest(
                        v.category + " " + v.input,
                        () -> assertThat(DocumentNumbers.normalise(DocumentType.RESIDENT_ID, v.text())
                                        .valid())
                                .isEqualTo(DECIDED.getOrDefault(v.input, v.hutool()))));
    }

    @TestFactory
    Stream<DynamicTest> a_plate_is_judged_as_decided() throws IOException {
        return vectors("plate")
                .map(v -> DynamicTest.dynamicTest(
                        v.category + " " + v.input,
                        () -> assertThat(Plates.normalise(v.text()).valid())
                                .isEqualTo(DECIDED.getOrDefault(v.input, v.hutool()))));
    }

    @TestFactory
    Stream<DynamicTest> a_telephone_number_is_judged_as_decided() throws IOException {
        return vectors("mobile")
                .map(v -> DynamicTest.dynamicTest(
                        v.category + " " + v.input,
                        () -> assertThat(Phones.normalise(v.text()).valid())
                                .isEqualTo(DECIDED.getOrDefault(v.input, v.hutool()))));
    }

    @Test
    void no_disagreement_of_the_libraries_is_left_undecided() throws IOException {
        assertThat(vectors("id", "plate", "mobile").filter(Vector::disputed).map(Vector::input))
                .isNotEmpty()
                .isSubsetOf(DECIDED.keySet());
    }

    @Test
    void shangli_numbers_from_before_1997_are_valid() {
        assertThat(DocumentNumbers.normalise(DocumentType.RESIDENT_ID, "360311194104125605")
                        .valid())
                .isTrue();
    }

    @Test
    void a_15_digit_number_becomes_its_18_character_form() {
        assertThat(DocumentNumbers.normalise(DocumentType.RESIDENT_ID, "150102880730303"))
                .isEqualTo(new DocumentNumbers.Normalised("150102198807303035", true));
    }

    @Test
    void a_lower_case_check_character_is_the_same_number() {
        assertThat(DocumentNumbers.normalise(DocumentType.RESIDENT_ID, "33010219200403064x")
                        .number())
                .isEqualTo("33010219200403064X");
    }

    @Test
    void a_number_that_fails_its_check_is_kept_and_flagged() {
        assertThat(DocumentNumbers.normalise(DocumentType.RESIDENT_ID, "360322198606158421"))
                .isEqualTo(new DocumentNumbers.Normalised("360322198606158421", false));
    }

    @Test
    void a_plate_keeps_its_region_readable() {
        assertThat(Plates.normalise("鄂a·12345")).isEqualTo(new Plates.Normalised("鄂A12345", "鄂A", true));
    }

    @Test
    void an_emergency_vehicle_has_a_plate() {
        assertThat(Plates.normalise("赣JX1234应急").valid()).isTrue();
    }

    /**
     * @param verdicts of hutool first, then of libphonenumber, id-validator, and id-validator with its table of areas;
     *     without those that do not judge its kind. hutool's strict verdict is left out: all it adds is to refuse the 15
     *     digits of before 1999 and a small x, which are the same person's number.
     */
    private record Vector(String category, String input, List<Boolean> verdicts) {
        static Vector of(String[] cells) {
            return new Vector(
                    cells[1],
                    cells[2],
                    Stream.of(cells[3], cells[9], cells[11], cells[12])
                            .filter(verdict -> !verdict.isEmpty())
                            .map(Boolean::parseBoolean)
                            .toList());
        }

        String text() {
            return input.replace("\\n", "\n");
        }

        boolean hutool() {
            return verdicts.get(0);
        }

        boolean disputed() {
            return verdicts.contains(true) && verdicts.contains(false);
        }
    }

    private static Stream<Vector> vectors(String... kinds) throws IOException {
        assumeThat(VECTORS).exists();
        List<String> lines = Files.readAllLines(VECTORS);
        return lines.stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> List.of(kinds).contains(cells[0]))
                .map(Vector::of);
    }
}
