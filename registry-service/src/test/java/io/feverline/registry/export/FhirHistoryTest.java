package io.feverline.registry.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FhirHistoryTest {
    private static final Instant LATER = Sample.NINE.plusSeconds(60);

    private static FhirContext r4;
    private static FhirValidator validator;

    @BeforeAll
    static void the_validator_knows_r4_and_nothing_from_the_network() {
        r4 = FhirContext.forR4();
        var support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(r4),
                new CommonCodeSystemsTerminologyService(r4),
                new InMemoryTerminologyServerValidationSupport(r4));
        validator = r4.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }

    static Stream<Sample> passages() {
        return Stream.concat(
                Stream.of("FOREHEAD", "WRIST", "NECK", "TEMPLE", "EAR", "INNER_CANTHUS", "AXILLARY", "UNKNOWN")
                        .map(site -> Sample.passage().showing(37_000, "BODY", site)),
                Stream.of(
                        Sample.passage().showing(35_650, "SURFACE", "FOREHEAD").judged("FEVER", 37_750),
                        Sample.passage().judged("NORMAL", 36_600),
                        Sample.passage().judged("INVALID_COLD", 34_000),
                        Sample.passage().judged("LATER_WORD", 36_600),
                        Sample.passage().byDoubtfulDevice("DRIFTING", "STUCK").rechecking(Sample.VEHICLE),
                        Sample.passage().checkpoint(null),
                        Sample.passage().anonymous()));
    }

    @ParameterizedTest
    @MethodSource("passages")
    void every_kind_of_passage_is_valid(Sample passage) {
        assertThat(objections(written(passage))).isEmpty();
    }

    @Test
    void a_history_is_valid() {
        var history = passages().toArray(Sample[]::new);
        for (int i = 0; i < history.length; i++) {
            history[i].at(LATER.plusSeconds(i));
        }

        assertThat(objections(written(history))).isEmpty();
        assertThat(all(Observation.class, written(history))).hasSize(history.length);
    }

    @Test
    void a_history_without_passages_is_valid() {
        assertThat(objections(written())).isEmpty();
    }

    @Test
    void the_validator_holds_observations_to_the_profile_of_body_temperature() {
        String inKelvin = written(Sample.passage()).replace("\"Cel\"", "\"K\"");

        assertThat(objections(inKelvin))
                .anyMatch(objection -> objection.contains("http://hl7.org/fhir/ValueSet/ucum-bodytemp"));
    }

    @Test
    void an_observation_tells_the_temperature_where_when_and_how_it_was_taken() {
        var observation = observation(Sample.passage().showing(37_000, "SURFACE", "EAR"));

        assertThat(observation.getCode().getCodingFirstRep().getSystem()).isEqualTo("http://loinc.org");
        assertThat(observation.getCode().getCodingFirstRep().getCode()).isEqualTo("8310-5");
        assertThat(observation.getValueQuantity().getValue()).isEqualTo(new BigDecimal("37.0"));
        assertThat(observation.getValueQuantity().getSystem()).isEqualTo("http://unitsofmeasure.org");
        assertThat(observation.getValueQuantity().getCode()).isEqualTo("Cel");
        assertThat(observation.getBodySite().getCodingFirstRep().getSystem()).isEqualTo("http://snomed.info/sct");
        assertThat(observation.getBodySite().getCodingFirstRep().getCode()).isEqualTo("117590005");
        assertThat(observation.getMethod().getCodingFirstRep().getCode()).isEqualTo("surface");
        assertThat(observation.getEffectiveDateTimeType().getValueAsString())
                .isEqualTo("2020-01-26T09:00:00.000+08:00");
        assertThat(observation.getIssuedElement().getValueAsString()).isEqualTo("2020-01-26T09:00:00.040+08:00");
        assertThat(observation.getIdentifierFirstRep().getValue()).isEqualTo(Sample.READING.toString());
        assertThat(observation.getNote())
                .extracting(note -> note.getText())
                .contains("须加设备修正值 / device offset to be added: 0.5 °C");
    }

    @ParameterizedTest
    @CsvSource({"FEVER,H", "NORMAL,N", "INVALID_COLD,IND"})
    void a_verdict_is_an_interpretation(String verdict, String code) {
        var interpretation =
                observation(Sample.passage().judged(verdict, 38_000)).getInterpretationFirstRep();

        assertThat(interpretation.getCodingFirstRep().getCode()).isEqualTo(code);
        assertThat(interpretation.getText()).endsWith("38.0 °C, 阈值 / threshold 37.3 °C, 策略 / policy default-2");
    }

    @Test
    void without_a_verdict_there_is_no_interpretation() {
        assertThat(observation(Sample.passage()).hasInterpretation()).isFalse();
    }

    @Test
    void what_was_wrong_with_the_device_is_a_note() {
        assertThat(observation(Sample.passage().byDoubtfulDevice("STUCK")).getNote())
                .extracting(note -> note.getText())
                .contains("当时设备异常 / device findings: 读数不变 / stuck", "设备时钟超前 / the device's clock ran ahead");
    }

    @Test
    void a_traveller_is_an_id_and_nothing_else() {
        String bundle = written(Sample.passage(), Sample.passage().at(LATER));

        assertThat(all(Patient.class, bundle)).hasSize(1);
        assertThat(bundle).contains("{\"resourceType\":\"Patient\",\"id\":\"%s\"}".formatted(Sample.TRAVELLER));
    }

    @Test
    void nobody_is_made_up_for_an_anonymous_passage() {
        String bundle = written(Sample.passage().anonymous());

        assertThat(all(Patient.class, bundle)).isEmpty();
        assertThat(all(Observation.class, bundle).get(0).getSubject().hasReference())
                .isFalse();
    }

    @Test
    void a_device_and_its_checkpoint_are_there_once() {
        String bundle = written(Sample.passage(), Sample.passage().at(LATER));

        assertThat(all(Device.class, bundle))
                .singleElement()
                .satisfies(device ->
                        assertThat(device.getIdentifierFirstRep().getValue()).isEqualTo("device-1"));
        assertThat(all(Location.class, bundle)).singleElement().satisfies(location -> {
            assertThat(location.getName()).isEqualTo("上栗北收费站");
            assertThat(location.getIdentifierFirstRep().getValue()).isEqualTo("shangli-exit-north");
            assertThat(location.getPartOf().getIdentifier().getValue()).isEqualTo("360322101");
        });
    }

    @Test
    void every_reference_is_to_something_in_the_bundle() throws JsonProcessingException {
        var bundle = new ObjectMapper()
                .readTree(written(Sample.passage(), Sample.passage().at(LATER)));

        assertThat(bundle.findValuesAsText("fullUrl")).hasSize(5).doesNotHaveDuplicates();
        assertThat(bundle.findValuesAsText("reference")).hasSize(5).isSubsetOf(bundle.findValuesAsText("fullUrl"));
    }

    @Test
    void there_is_no_extension() {
        assertThat(written(passages().toArray(Sample[]::new))).doesNotContain("extension");
    }

    private static String written(Sample... passages) {
        return new String(Sample.written(ExportFormat.FHIR, passages), UTF_8);
    }

    private static Bundle parsed(String bundle) {
        return r4.newJsonParser().parseResource(Bundle.class, bundle);
    }

    private static Observation observation(Sample passage) {
        return all(Observation.class, written(passage)).get(0);
    }

    private static <R extends Resource> List<R> all(Class<R> type, String bundle) {
        return parsed(bundle).getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<String> objections(String bundle) {
        return validator.validateWithResult(bundle).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(SingleValidationMessage::toString)
                .toList();
    }
}
