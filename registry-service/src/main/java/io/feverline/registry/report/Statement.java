package io.feverline.registry.report;

import io.feverline.registry.report.rule.Counts;
import io.feverline.registry.report.rule.Stated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody signed.
 *
 * @param version 1 for the report, more for a correction
 * @param devices what the devices had counted then
 * @param signedBy the subject of the signer's token
 * @param words the signer's note, or why it was corrected
 */
public record Statement(
        int version,
        Stated stated,
        Counts devices,
        String signedBy,
        Instant signedAt,
        @Nullable String words) {}
