package io.feverline.registry.console;

import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.feverline.registry.Page;
import io.feverline.registry.access.Caller;
import io.feverline.registry.area.AreaTable;
import io.feverline.registry.console.FollowUpList.Kind;
import io.feverline.registry.console.FollowUpList.Part;
import io.feverline.registry.followup.FollowUp;
import io.feverline.registry.followup.FollowUpDetail;
import io.feverline.registry.followup.Staff;
import io.feverline.registry.followup.Worklist;
import io.feverline.registry.followup.WorklistCursor;
import io.feverline.registry.followup.Workload;
import io.feverline.registry.followup.rule.HalfDay;
import io.feverline.registry.followup.rule.HalfDays;
import io.feverline.registry.followup.rule.State;
import io.feverline.registry.rest.Names;
import io.feverline.registry.rest.Shapes;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whom grid workers look after, on their phones. What is done there, {@link FollowUpActs} does. */
@Path("/console/follow-ups")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.GRID_WORKER})
public class FollowUpPages {
    private static final int PAGE = 50;

    /** Of what is above the list. */
    private static final int SOME = 12;

    private final Worklist worklist;
    private final HalfDays halfDays;
    private final AreaTable areas;
    private final Caller caller;
    private final Viewer viewer;
    private final Clock clock;

    FollowUpPages(Worklist worklist, HalfDays halfDays, AreaTable areas, Caller caller, Viewer viewer, Clock clock) {
        this.worklist = worklist;
        this.halfDays = halfDays;
        this.areas = areas;
        this.caller = caller;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** The pages. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(FollowUpList page);

        static native TemplateInstance one(FollowUpPage page);
    }

    /** A part of the list, as it is read. */
    private record Found(
            Kind kind, List<FollowUp> followUps, @Nullable String more) {}

    /** The worklist: without a filter, with what its reader has to do first on top. */
    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(
            @QueryParam("state") @Pattern(regexp = "|unassigned|assigned|accepted|completed|referred|closed") @Nullable
                    String state,
            @QueryParam("worker") @Pattern(regexp = "|" + Shapes.WORKER, message = Shapes.WORKER_MESSAGE) @Nullable
                    String worker,
            @RestQuery @DefaultValue("false") boolean overdue,
            @RestQuery @DefaultValue("false") boolean missed,
            @RestQuery @DefaultValue("false") boolean feverish,
            @RestQuery @Nullable String cursor) {
        String wanted = Forms.text(state);
        var filter = new FollowUpFilter(
                wanted == null ? null : Names.parse(State.class, wanted),
                Forms.text(worker),
                overdue,
                missed,
                feverish);
        String reader = caller.actor().subject();
        boolean official = isOfficial();
        return found(filter, cursor)
                .chain(found -> names(found)
                        .chain(names -> workloads()
                                .map(workloads -> viewer.reads(Templates.list(new FollowUpList(
                                        filter, reader, clock.instant(), official, parts(found, names), workloads))))));
    }

    private Uni<List<Found>> found(FollowUpFilter filter, @Nullable String cursor) {
        if (!filter.isNone() || cursor != null) {
            var after = cursor == null ? WorklistCursor.START : WorklistCursor.parse(cursor);
            return found(Kind.FOUND, filter, after, PAGE).map(List::of);
        }
        var unassigned = FollowUpFilter.NONE.in(State.UNASSIGNED);
        var mine = FollowUpFilter.NONE.of(caller.actor().subject());
        var parts = isOfficial()
                ? List.of(
                        found(Kind.UNASSIGNED, unassigned, WorklistCursor.START, SOME),
                        found(Kind.OVERDUE, FollowUpFilter.NONE.beingOverdue(), WorklistCursor.START, SOME),
                        found(Kind.OTHERS, FollowUpFilter.NONE, WorklistCursor.START, PAGE))
                : List.of(
                        found(Kind.MINE, mine, WorklistCursor.START, PAGE),
                        found(Kind.UNASSIGNED, unassigned, WorklistCursor.START, SOME));
        return Uni.join().all(parts).andFailFast();
    }

    private Uni<Found> found(Kind kind, FollowUpFilter filter, WorklistCursor after, int limit) {
        return worklist.page(filter.query(staff(), after, limit))
                .map(page -> new Found(kind, page.items(), more(filter, page)));
    }

    private static @Nullable String more(FollowUpFilter filter, Page<FollowUp, WorklistCursor> page) {
        WorklistCursor next = page.next();
        return next == null ? null : filter.link(next);
    }

    private Uni<AreaNames> names(List<Found> found) {
        return AreaNames.of(
                found.stream()
                        .flatMap(part -> part.followUps().stream())
                        .map(followUp -> followUp.care().areaCode())
                        .collect(Collectors.toSet()),
                areas);
    }

    /** Each follow-up once, in the first part that it is in. */
    private List<Part> parts(List<Found> found, AreaNames names) {
        Set<UUID> shown = new HashSet<>();
        List<Part> parts = new ArrayList<>();
        for (Found part : found) {
            var cards = part.followUps().stream()
                    .filter(followUp -> shown.add(followUp.id()))
                    .map(followUp -> card(followUp, names))
                    .toList();
            parts.add(new Part(part.kind(), cards, part.more()));
        }
        return parts;
    }

    private Uni<List<Workload>> workloads() {
        return isOfficial()
                ? worklist.workloads(caller.actor())
                : Uni.createFrom().item(List.of());
    }

    private FollowUpCard card(FollowUp followUp, AreaNames names) {
        String code = followUp.care().areaCode();
        Instant now = clock.instant();
        HalfDay current = halfDays.at(now);
        return new FollowUpCard(followUp, names.name(code), caller.actor().subject(), current, now);
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> one(@RestPath UUID id) {
        return worklist.get(id, staff())
                .chain(detail -> AreaNames.of(codes(detail), areas)
                        .chain(names -> workloads()
                                .map(workloads -> viewer.reads(Templates.one(new FollowUpPage(
                                        card(detail.followUp(), names), detail, isOfficial(), names, workloads))))));
    }

    private static Set<String> codes(FollowUpDetail detail) {
        return Stream.concat(
                        Stream.of(detail.followUp().care().areaCode()),
                        detail.steps().stream().map(step -> step.areaCode()))
                .collect(Collectors.toSet());
    }

    private boolean isOfficial() {
        return caller.is(Roles.HEALTH_OFFICIAL);
    }

    private Staff staff() {
        return new Staff(caller.actor(), isOfficial());
    }
}
