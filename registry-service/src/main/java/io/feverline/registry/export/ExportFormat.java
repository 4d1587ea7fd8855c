package io.feverline.registry.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/** What a history can be exported as. */
public enum ExportFormat {
    CSV(ExportFormat.CSV_TYPE, "csv") {
        @Override
        HistoryWriter writer(OutputStream out, Instant now) throws IOException {
            return new CsvHistory(out);
        }
    },
    EXCEL(ExportFormat.EXCEL_TYPE, "xlsx") {
        @Override
        HistoryWriter writer(OutputStream out, Instant now) {
            return new ExcelHistory(out);
        }
    },
    FHIR(ExportFormat.FHIR_TYPE, "fhir.json") {
        @Override
        HistoryWriter writer(OutputStream out, Instant now) throws IOException {
            return new FhirHistory(out, now);
        }
    };

    public static final String CSV_TYPE = "text/csv";
    public static final String EXCEL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String FHIR_TYPE = "application/fhir+json";

    private final String mediaType;
    private final String extension;

    ExportFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What a file's name ends with, after the dot. */
    public String extension() {
        return extension;
    }

    abstract HistoryWriter writer(OutputStream out, Instant now) throws IOException;
}
