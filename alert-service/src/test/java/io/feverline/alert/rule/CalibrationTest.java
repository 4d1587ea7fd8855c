package io.feverline.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.feverline.alert.rule.Verdict.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The default policy's offsets for bare skin, against people whose oral temperature is known. */
class CalibrationTest {
    private static final Path STUDY =
            Path.of(System.getProperty("feverline.data", "../../shared/data"), "ir-thermography");
    private static final int FEBRILE = 37_500;
    private static final ScreeningPolicy POLICY = ScreeningPolicy.DEFAULT;

    /** What the study measured at a site: the column of each round. */
    private enum Place {
        FOREHEAD(Site.FOREHEAD, "T_FH_Max"),
        INNER_CANTHUS(Site.INNER_CANTHUS, "canthiMax");

        private final Site site;
        private final String column;

        Place(Site site, String column) {
            this.site = site;
            this.column = column;
        }

        SiteRule rule() {
            return Objects.requireNonNull(POLICY.rules().get(site));
        }
    }

    private record Person(int oral, int skin) {
        boolean febrile() {
            return oral >= FEBRILE;
        }
    }

    @BeforeAll
    static void the_study_is_there() {
        assumeTrue(Files.isDirectory(STUDY), "the shared data is not here");
    }

    @ParameterizedTest
    @EnumSource
    void an_offset_separates_the_febrile_from_the_others_best(Place place) throws IOException {
        List<Person> both = Stream.concat(people("FLIR", place).stream(), people("ICI", place).stream())
                .toList();

        int best = IntStream.rangeClosed(0, 30)
                .map(tenth -> tenth * 100)
                .boxed()
                .max(Comparator.comparingDouble(
                        offset -> youden(both, place.rule().withSkinOffset(offset))))
                .orElseThrow();

        assertThat(place.rule().skinOffset()).isEqualTo(best);
    }

    @Test
    void the_readme_states_what_is_found_and_missed() throws IOException {
        List<String> stated = Files.readAllLines(Path.of("README.md"));
        for (Place place : Place.values()) {
            for (int offset : new int[] {0, place.rule().skinOffset()}) {
                for (String camera : List.of("FLIR", "ICI")) {
                    assertThat(stated).contains(row(place, offset, camera));
                }
            }
        }
    }

    private static String row(Place place, int offset, String camera) throws IOException {
        List<Person> people = people(camera, place);
        SiteRule rule = place.rule().withSkinOffset(offset);
        List<Person> febrile = people.stream().filter(Person::febrile).toList();
        List<Person> others =
                people.stream().filter(Predicate.not(Person::febrile)).toList();
        return "| %s + %.1f °C | %s | %s | %s |"
                .formatted(
                        place.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        offset / 1_000.0,
                        camera,
                        share(found(febrile, rule), febrile.size()),
                        share(others.size() - found(others, rule), others.size()));
    }

    private static String share(int of, int all) {
        var interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(all, of, 0.05);
        return "%d/%d = %.2f (%.2f–%.2f)"
                .formatted(of, all, (double) of / all, interval.getLowerBound(), interval.getUpperBound());
    }

    private static double youden(List<Person> people, SiteRule rule) {
        List<Person> febrile = people.stream().filter(Person::febrile).toList();
        List<Person> others =
                people.stream().filter(Predicate.not(Person::febrile)).toList();
        return (double) found(febrile, rule) / febrile.size() - (double) found(others, rule) / others.size();
    }

    private static int found(List<Person> people, SiteRule rule) {
        return (int) people.stream()
                .map(person -> new Measured(Site.FOREHEAD, person.skin(), true, 0, null))
                .filter(measured -> rule.judge(measured) == Kind.FEVER)
                .count();
    }

    /** Whoever has both temperatures, by the first round that has one. */
    private static List<Person> people(String camera, Place place) throws IOException {
        var mapper = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
        try (var rows = mapper.readerFor(String[].class)
                .<String[]>readValues(STUDY.resolve(camera + "_group1.csv").toFile())) {
            List<String[]> all = rows.readAll();
            List<String> header = Arrays.stream(all.get(2)).map(String::strip).toList();
            var people = new ArrayList<Person>();
            for (String[] row : all.subList(3, all.size())) {
                int oral = milli(row[header.indexOf("aveOralM")]);
                IntStream.rangeClosed(1, 4)
                        .map(round -> milli(row[header.indexOf(place.column + round)]))
                        .filter(skin -> skin > 0)
                        .limit(oral > 0 ? 1 : 0)
                        .forEach(skin -> people.add(new Person(oral, skin)));
            }
            return people;
        }
    }

    /** Thousandths; 0 for what is no human's temperature. */
    private static int milli(String cell) {
        try {
            double celsius = Double.parseDouble(cell);
            return celsius >= 30 && celsius < 45 ? (int) Math.round(celsius * 1_000) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
