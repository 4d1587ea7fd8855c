package io.feverline.registry.console;

import io.feverline.registry.followup.Cause;
import io.feverline.registry.followup.Entry;
import io.feverline.registry.followup.FollowUpDetail;
import io.feverline.registry.followup.Step;
import io.feverline.registry.followup.Workload;
import io.feverline.registry.followup.rule.HalfDay;
import io.feverline.registry.followup.rule.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All about one follow-up.
 *
 * @param official whether an official looks, or else a grid worker
 * @param areas what the areas are called that it was in
 * @param workloads whom an official may choose from
 */
record FollowUpPage(
        FollowUpCard card, FollowUpDetail detail, boolean official, AreaNames areas, List<Workload> workloads) {
    /** A half day without an entry, or one of its entries. */
    record Line(HalfDay half, @Nullable Entry entry) {
        public BigDecimal temperature() {
            return entry == null
                    ? BigDecimal.ZERO
                    : EntryForm.celsius(entry.observation().temperature());
        }
    }

    /** Entries and what was missed, the newest half day first; of each half day what stands before what was corrected. */
    public List<Line> lines() {
        return Stream.concat(
                        detail.entries().stream().map(entry -> new Line(entry.halfDay(), entry)),
                        detail.missed().stream().map(half -> new Line(half, null)))
                .sorted(Comparator.comparingLong((Line line) -> line.half().number())
                        .reversed()
                        .thenComparing(FollowUpPage::isSuperseded)
                        .thenComparing(FollowUpPage::revision, Comparator.reverseOrder()))
                .toList();
    }

    private static boolean isSuperseded(Line line) {
        Entry entry = line.entry();
        return entry != null && entry.superseded();
    }

    private static int revision(Line line) {
        Entry entry = line.entry();
        return entry == null ? 0 : entry.revision();
    }

    /** Why, each reason by the first time that it was one: who comes through ten checkpoints came from the region once. */
    public List<Cause> reasons() {
        Set<List<@Nullable Object>> told = new HashSet<>();
        return detail.causes().stream()
                .filter(cause -> told.add(Arrays.asList(cause.kind(), cause.regionId())))
                .toList();
    }

    /** What was done, the newest first. */
    public List<Step> steps() {
        var steps = new ArrayList<>(detail.steps());
        Collections.reverse(steps);
        return steps;
    }

    public String areaName(String code) {
        return areas.name(code);
    }

    public boolean isCorrectable(Entry entry) {
        return card.isEnterable() && !entry.superseded();
    }

    public EntryForm correction(Entry entry) {
        return EntryForm.correction(card.followUp().id(), card.seen(), entry);
    }

    /** Whether its reader can end it. */
    public boolean isCompletable() {
        return card.isPast() && card.followUp().care().state() == State.ACCEPTED;
    }
}
