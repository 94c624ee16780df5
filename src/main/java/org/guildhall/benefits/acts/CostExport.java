package org.guildhall.benefits.acts;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.FileExport;
import org.guildhall.access.FileKind;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.benefits.BenefitPermissions;
import org.guildhall.benefits.CostQuery;
import org.guildhall.benefits.CostRow;
import org.guildhall.benefits.ExportCosts;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.FileWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What benefits cost as a file, as the report shows it. */
@Component
record CostExport(ListFiles files, UseSearch search) implements FileExport<ExportCosts> {

    static final FileKind<ExportCosts> KIND = new FileKind<>(
            "benefits.export-costs",
            ExportCosts.class,
            BenefitPermissions.EXPORT,
            "benefit-costs",
            "benefits.costs-exported");

    @Override
    public FileKind<ExportCosts> kind() {
        return KIND;
    }

    @Override
    public Lines lines(ExportCosts asked, Scope scope, FileWords words) {
        return cursor -> new Slice<>(
                search.costs(asked.query(), scope).stream()
                        .map(row -> cells(asked.query(), row, words))
                        .toList(),
                null,
                null);
    }

    private static List<@Nullable Object> cells(CostQuery query, CostRow row, FileWords words) {
        return Arrays.asList(
                words.word("cost-by", query.by().name().toLowerCase(java.util.Locale.ROOT)),
                query.by() == CostQuery.By.STORE ? new UnitId(UUID.fromString(row.key())) : row.key(),
                query.by() == CostQuery.By.BENEFIT ? row.name() : null,
                row.store(),
                row.uses(),
                row.members(),
                row.cost());
    }
}
