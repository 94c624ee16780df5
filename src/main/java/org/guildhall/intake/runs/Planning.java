package org.guildhall.intake.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.guildhall.access.Organisation;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.IntakeRefusal.FileGone;
import org.guildhall.intake.Layout.Packing;
import org.guildhall.intake.cleaning.FieldColumns;
import org.guildhall.intake.cleaning.MemberCleaning;
import org.guildhall.intake.cleaning.PointsCleaning;
import org.guildhall.intake.cleaning.PurchaseCleaning;
import org.guildhall.intake.profiling.ColumnNames;
import org.guildhall.intake.reading.Limits;
import org.guildhall.intake.reading.Rows;
import org.guildhall.intake.staging.MemberCodec;
import org.guildhall.intake.staging.PointsCodec;
import org.guildhall.intake.staging.PurchaseCodec;
import org.guildhall.intake.staging.Staged;
import org.guildhall.intake.staging.Staging;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stages a file unless that is done already, and makes the work of its batches. */
@Component
class Planning {

    private static final int BYTES_A_ROW = 60;
    private static final int GZIP_RATIO = 5;

    private final ImportFiles files;
    private final BusinessTime time;
    private final Members members;
    private final FactBooks facts;
    private final Organisation organisation;

    Planning(ImportFiles files, BusinessTime time, Members members, FactBooks facts, Organisation organisation) {
        this.files = files;
        this.time = time;
        this.members = members;
        this.facts = facts;
        this.organisation = organisation;
    }

    /** The column names of the stored file under a layout. */
    List<String> columns(ImportStore.Stored stored) {
        try (var rows = Rows.open(files.upload(stored.id()), stored.layout(), Limits.STANDARD)) {
            var first = rows.next();
            if (first == null) {
                return List.of();
            }
            int width = stored.layout().header() ? first.cells().size() : Limits.STANDARD.columns();
            return ColumnNames.of(first, stored.layout().header(), width);
        }
    }

    /** Stages the file; null when it was stopped before the end. */
    @Nullable
    Plan plan(ImportStore.Stored stored, BooleanSupplier stopped) {
        var folder = files.stage(stored.id(), stored.revision());
        var staged = folder.staged();
        if (staged == null) {
            if (!Files.exists(files.upload(stored.id()))) {
                throw Refusal.of(new FileGone(stored.id().value()));
            }
            files.removeStages(stored.id(), null);
            staged = stage(stored, stopped);
        }
        if (staged == null) {
            return null;
        }
        return new Plan(
                stored.id(), stored.plan().mapping(), stored.plan().settings(), folder, staged, folder.spoilt());
    }

    private @Nullable Staged stage(ImportStore.Stored stored, BooleanSupplier stopped) {
        var plan = stored.plan();
        var folder = files.stage(stored.id(), stored.revision());
        var columns = FieldColumns.bind(plan.kind(), plan.mapping(), columns(stored));
        int batches = Staging.batchesFor(estimatedRows(stored));
        boolean header = stored.layout().header();
        try (var rows = Rows.open(files.upload(stored.id()), stored.layout(), Limits.STANDARD)) {
            return switch (plan.kind()) {
                case PURCHASES ->
                    new Staging<>(
                                    new PurchaseCleaning(columns, plan.settings(), time.zone(), time.now()),
                                    new PurchaseCodec(Plan.buyerField(plan.mapping())),
                                    folder)
                            .stage(rows, header, batches, stopped);
                case POINTS ->
                    new Staging<>(
                                    new PointsCleaning(columns, plan.settings(), time.zone(), time.now()),
                                    new PointsCodec(Plan.buyerField(plan.mapping())),
                                    folder)
                            .stage(rows, header, batches, stopped);
                case MEMBERS ->
                    new Staging<>(
                                    new MemberCleaning(columns, plan.settings(), time.zone(), time.today()),
                                    new MemberCodec(),
                                    folder)
                            .stage(rows, header, batches, stopped);
            };
        }
    }

    private long estimatedRows(ImportStore.Stored stored) {
        try {
            long bytes = Files.size(files.upload(stored.id()));
            boolean packed = stored.layout().packing() == Packing.GZIP
                    || stored.layout().shape() == org.guildhall.intake.Layout.Shape.WORKBOOK;
            return (packed ? bytes * GZIP_RATIO : bytes) / BYTES_A_ROW;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The work that stores the plan's batches. */
    BatchWork work(ImportKind kind, Plan plan) {
        var stores = new Stores(organisation);
        return switch (kind) {
            case MEMBERS -> new MemberWork(plan, members, stores);
            case PURCHASES ->
                new PurchaseWork(
                        plan, new Buyers(members, plan.settings(), plan.id()), stores, facts.purchases(), time);
            case POINTS -> new PointsWork(plan, new Buyers(members, plan.settings(), plan.id()), facts.points(), time);
        };
    }
}
