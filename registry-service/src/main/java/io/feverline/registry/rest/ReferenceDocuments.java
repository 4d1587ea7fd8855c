package io.feverline.registry.rest;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Rejection;
import io.feverline.registry.access.Actor;
import io.feverline.registry.area.AreaCsv;
import io.feverline.registry.area.AreaImport;
import io.feverline.registry.area.AreaTable;
import io.feverline.registry.audit.Act;
import io.feverline.registry.bulk.BulkChanges;
import io.feverline.registry.checkpoint.CheckpointTable;
import io.feverline.registry.device.DeviceTable;
import io.feverline.registry.events.csv.CsvTable;
import io.feverline.registry.events.csv.Report;
import io.feverline.registry.export.ExportFormat;
import io.feverline.registry.keyregion.KeyRegionTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;

/** Reference data as documents of CSV, in and out: by the same rules for programs and for people at pages. */
@ApplicationScoped
public class ReferenceDocuments {
    private final AreaImport areaImport;
    private final AreaTable areas;
    private final CheckpointTable checkpoints;
    private final DeviceTable devices;
    private final KeyRegionTable regions;
    private final BulkChanges changes;
    private final Imports imports;
    private final Attachments attachments;

    ReferenceDocuments(
            AreaImport areaImport,
            AreaTable areas,
            CheckpointTable checkpoints,
            DeviceTable devices,
            KeyRegionTable regions,
            BulkChanges changes,
            Imports imports,
            Attachments attachments) {
        this.areaImport = areaImport;
        this.areas = areas;
        this.checkpoints = checkpoints;
        this.devices = devices;
        this.regions = regions;
        this.changes = changes;
        this.imports = imports;
        this.attachments = attachments;
    }

    /** The columns that a document of a kind has. */
    public static List<String> columns(ReferenceKind kind) {
        return switch (kind) {
            case AREAS -> AreaCsv.COLUMNS;
            case CHECKPOINTS -> CheckpointCsv.COLUMNS;
            case DEVICES -> DeviceCsv.COLUMNS;
            case KEY_REGIONS -> KeyRegionCsv.COLUMNS;
        };
    }

    /**
     * A document's rows, as they stand there. Reading them is work.
     *
     * @throws Rejection if it is no CSV with a header, or has too many rows
     */
    public CsvTable table(String csv) {
        return imports.table(csv);
    }

    /**
     * Writes a document, all of it or nothing. Judging its rows is work.
     *
     * @param dryRun only tells what it would do
     * @throws Rejection if its columns are not those of the kind
     */
    public Uni<Report> take(ReferenceKind kind, CsvTable table, boolean dryRun, Actor actor) {
        return switch (kind) {
            case AREAS -> areaImport.run(table, dryRun, actor);
            case CHECKPOINTS ->
                changes.run(
                        checkpoints, imports.sheet(table, CheckpointCsv.FORM), dryRun, actor, Act.CHECKPOINTS_IMPORT);
            case DEVICES ->
                changes.run(devices, imports.sheet(table, DeviceCsv.FORM), dryRun, actor, Act.DEVICES_IMPORT);
            case KEY_REGIONS ->
                changes.run(regions, imports.sheet(table, KeyRegionCsv.FORM), dryRun, actor, Act.KEY_REGIONS_IMPORT);
        };
    }

    /** Answers with all that there is of a kind in an area, as {@link #take} takes it back. */
    public Response give(ReferenceKind kind, AreaScope scope) {
        StreamingOutput document = switch (kind) {
            case AREAS -> Exports.of(AreaCsv.COLUMNS, areas::page, AreaCsv::cells);
            case CHECKPOINTS ->
                Exports.of(
                        CheckpointCsv.COLUMNS,
                        (after, limit) -> checkpoints.page(scope, after, limit),
                        CheckpointCsv::cells);
            case DEVICES ->
                Exports.of(DeviceCsv.COLUMNS, (after, limit) -> devices.page(scope, after, limit), DeviceCsv::cells);
            case KEY_REGIONS -> Exports.of(KeyRegionCsv.COLUMNS, regions::page, KeyRegionCsv::cells);
        };
        return attachments.of(Names.of(kind), ExportFormat.CSV, document);
    }
}
