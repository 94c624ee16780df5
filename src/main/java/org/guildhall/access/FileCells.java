package org.guildhall.access;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Points;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How the values of a file are written for people: units by name, members by number, instants by the company's clock, money in
 * its major unit. Everything else stays what it is.
 */
@Component
record FileCells(Organisation organisation, BusinessTime time) {

    /** The page as it is written; its members are looked up at once. */
    Slice<List<@Nullable Object>> written(Slice<List<@Nullable Object>> page, FileExport<?> export) {
        var members = page.items().stream()
                .flatMap(List::stream)
                .filter(MemberId.class::isInstance)
                .map(MemberId.class::cast)
                .collect(toSet());
        var numbers = export.numbers(members);
        return page.map(
                line -> line.stream().map(cell -> written(cell, numbers)).toList());
    }

    private @Nullable Object written(@Nullable Object cell, Map<MemberId, String> numbers) {
        return switch (cell) {
            case null -> null;
            case MemberId member -> numbers.getOrDefault(member, member.toString());
            case UnitId unit -> organisation.unit(unit).name();
            case Instant at -> Sheets.written(at.atZone(time.zone()));
            case Money money -> money.decimal();
            case Points points -> points.value();
            case Object plain -> plain;
        };
    }
}
