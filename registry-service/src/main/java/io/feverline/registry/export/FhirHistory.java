package io.feverline.registry.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.feverline.registry.judgement.Verdict;
import io.feverline.registry.passage.Measurement;
import io.feverline.registry.passage.PastPassage;
import io.feverline.registry.passage.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A bundle (FHIR R4, type collection, without extensions): an Observation of each passage by the base specification's
 * body temperature profile, and, where they are first referred to, the Patient by id alone, the Device and the Location
 * of its checkpoint. What R4 has no element for stands in notes. The tests hold it against HAPI FHIR's validator; the
 * library itself would take more memory and time to start than the service has.
 */
final class FhirHistory implements HistoryWriter {
    /** Of this county's identifiers and codes. */
    private static final String OWN = "urn:feverline:";

    private static final String SNOMED = "http://snomed.info/sct";

    /**
     * Of SNOMED CT's body structures; the inner canthus goes by the region that it is in, and by its name beside it.
     */
    private static final Map<String, Coded> BODY_SITES = Map.of(
            "FOREHEAD", new Coded("52795006", "Forehead structure"),
            "WRIST", new Coded("8205005", "Wrist region structure"),
            "NECK", new Coded("45048000", "Neck structure"),
            "TEMPLE", new Coded("450721000", "Structure of temporal region"),
            "EAR", new Coded("117590005", "Ear structure"),
            "INNER_CANTHUS", new Coded("371398005", "Eye region structure"),
            "AXILLARY", new Coded("91470000", "Axillary region structure"));

    /** Of the code system v3-ObservationInterpretation. */
    private static final Map<String, Coded> INTERPRETATIONS = Map.of(
            "NORMAL", new Coded("N", "Normal"),
            "FEVER", new Coded("H", "High"),
            "INVALID_COLD", new Coded("IND", "Indeterminate"));

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final ObjectMapper MAPPER = new ObjectMapper().disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private final JsonGenerator json;

    /** What is in the bundle and can be referred to again. */
    private final Set<UUID> written = new HashSet<>();

    private boolean anyEntry;

    /** A code with the words of its code system. */
    private record Coded(String code, String display) {}

    FhirHistory(OutputStream out, Instant now) throws IOException {
        json = MAPPER.createGenerator(out);
        json.writeStartObject();
        json.writeStringField("resourceType", "Bundle");
        json.writeStringField("type", "collection");
        json.writeStringField("timestamp", text(now));
    }

    @Override
    public void add(List<PastPassage> passages) throws IOException {
        for (PastPassage passage : passages) {
            UUID traveller = passage.travellerId();
            if (traveller != null && written.add(traveller)) {
                entry(traveller, resource("Patient", traveller));
            }
            UUID device = device(passage);
            UUID id = idOf("Observation", passage.readingId().toString(), text(passage.measuredAt()));
            entry(id, observation(id, passage, device));
        }
    }

    @Override
    public void finish() throws IOException {
        if (anyEntry) {
            json.writeEndArray();
        }
        json.writeEndObject();
        json.flush();
    }

    /** An empty array is no FHIR, so it is begun with the first entry. */
    private void entry(UUID id, ObjectNode resource) throws IOException {
        if (!anyEntry) {
            json.writeArrayFieldStart("entry");
            anyEntry = true;
        }
        json.writeStartObject();
        json.writeStringField("fullUrl", url(id));
        json.writeFieldName("resource");
        json.writeTree(resource);
        json.writeEndObject();
    }

    /** The device where it stood: one that was moved is two. */
    private UUID device(PastPassage passage) throws IOException {
        Place place = passage.place();
        UUID location = idOf("Location", place.checkpointId(), place.areaCode());
        if (written.add(location)) {
            entry(location, location(location, passage));
        }
        UUID device = idOf("Device", place.deviceId(), location.toString());
        if (written.add(device)) {
            ObjectNode resource = resource("Device", device);
            resource.putArray("identifier").add(identifier("device", place.deviceId()));
            resource.set("location", reference(location));
            entry(device, resource);
        }
        return device;
    }

    private static ObjectNode location(UUID id, PastPassage passage) {
        Place place = passage.place();
        String name = passage.checkpointName();
        ObjectNode location = resource("Location", id);
        location.putArray("identifier").add(identifier("checkpoint", place.checkpointId()));
        location.put("name", name == null ? place.checkpointId() : name);
        location.putObject("partOf").set("identifier", identifier("area", place.areaCode()));
        return location;
    }

    private static ObjectNode observation(UUID id, PastPassage passage, UUID device) {
        Measurement measurement = passage.measurement();
        ObjectNode observation = resource("Observation", id);
        observation.putObject("meta").putArray("profile").add("http://hl7.org/fhir/StructureDefinition/bodytemp");
        observation
                .putArray("identifier")
                .add(identifier("reading", passage.readingId().toString()));
        observation.put("status", "final");
        observation
                .putArray("category")
                .add(concept(
                        "http://terminology.hl7.org/CodeSystem/observation-category",
                        new Coded("vital-signs", "Vital Signs"),
                        null));
        observation.set("code", concept("http://loinc.org", new Coded("8310-5", "Body temperature"), null));
        observation.set("subject", subject(passage.travellerId()));
        observation.put("effectiveDateTime", text(passage.measuredAt()));
        observation.put("issued", text(passage.receivedAt()));
        observation
                .putObject("valueQuantity")
                .put("value", Measures.degrees(measurement.temperature()))
                .put("unit", "°C")
                .put("system", "http://unitsofmeasure.org")
                .put("code", "Cel");
        Verdict verdict = passage.verdict();
        if (verdict != null) {
            observation.putArray("interpretation").add(interpretation(verdict));
        }
        var notes = observation.arrayNode();
        notes(passage).forEach(note -> notes.addObject().put("text", note));
        if (!notes.isEmpty()) {
            observation.set("note", notes);
        }
        Coded site = BODY_SITES.get(measurement.site());
        if (site != null) {
            observation.set("bodySite", concept(SNOMED, site, Words.site(measurement.site())));
        }
        String mode = measurement.mode();
        observation.set(
                "method",
                concept(
                        OWN + "measuring-mode",
                        new Coded(mode.toLowerCase(Locale.ROOT), Words.mode(mode)),
                        Words.mode(mode)));
        observation.set("device", reference(device));
        return observation;
    }

    private static ObjectNode subject(@Nullable UUID traveller) {
        return traveller == null ? NODES.objectNode().put("display", "未登记的旅客 / not registered") : reference(traveller);
    }

    private static ObjectNode interpretation(Verdict verdict) {
        String text = "%s: %s °C, 阈值 / threshold %s °C, 策略 / policy %s"
                .formatted(
                        Words.verdict(verdict.kind()),
                        Measures.degrees(verdict.temperature()),
                        Measures.degrees(verdict.threshold()),
                        verdict.policyVersion());
        Coded code = INTERPRETATIONS.get(verdict.kind());
        return code == null
                ? NODES.objectNode().put("text", text)
                : concept("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", code, text);
    }

    private static List<String> notes(PastPassage passage) {
        var notes = new ArrayList<String>();
        Measurement measurement = passage.measurement();
        if (measurement.mode().equals("SURFACE")) {
            notes.add("须加设备修正值 / device offset to be added: %s °C"
                    .formatted(Measures.degrees(measurement.deviceOffset())));
        }
        if (!passage.deviceFindings().isEmpty()) {
            notes.add("当时设备异常 / device findings: "
                    + passage.deviceFindings().stream().map(Words::finding).collect(Collectors.joining("; ")));
        }
        if (measurement.clockAhead()) {
            notes.add("设备时钟超前 / the device's clock ran ahead");
        }
        note(notes, "复测自 / rechecks reading", passage.recheckOf());
        note(notes, "车辆 / vehicle", passage.vehicleId());
        note(notes, "班次 / trip", passage.trip().trip());
        note(notes, "座位 / seat", passage.trip().seat());
        return notes;
    }

    private static void note(List<String> notes, String label, @Nullable Object value) {
        if (value != null) {
            notes.add(label + ": " + value);
        }
    }

    private static ObjectNode resource(String type, UUID id) {
        return NODES.objectNode().put("resourceType", type).put("id", id.toString());
    }

    private static ObjectNode identifier(String of, String value) {
        return NODES.objectNode().put("system", OWN + of).put("value", value);
    }

    private static ObjectNode concept(String system, Coded coded, @Nullable String text) {
        ObjectNode concept = NODES.objectNode();
        concept.putArray("coding")
                .addObject()
                .put("system", system)
                .put("code", coded.code())
                .put("display", coded.display());
        if (text != null) {
            concept.put("text", text);
        }
        return concept;
    }

    private static ObjectNode reference(UUID id) {
        return NODES.objectNode().put("reference", url(id));
    }

    private static String url(UUID id) {
        return "urn:uuid:" + id;
    }

    private static String text(Instant time) {
        return Measures.text(Measures.local(time));
    }

    /** The same of the same, so that two exports that overlap tell of one thing under one id. */
    private static UUID idOf(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }
}
