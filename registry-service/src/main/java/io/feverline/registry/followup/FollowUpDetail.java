package io.feverline.registry.followup;

import io.feverline.registry.followup.rule.HalfDay;
import java.util.List;

/**
 * A follow-up with all that is known of it.
 *
 * @param causes why, oldest first
 * @param entries how the traveller was, oldest first, with what was corrected later
 * @param missed half days that have ended without an entry, oldest first
 * @param steps what was done about it, oldest first
 */
public record FollowUpDetail(
        FollowUp followUp, List<Cause> causes, List<Entry> entries, List<HalfDay> missed, List<Step> steps) {}
