package org.guildhall.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.EntryView;
import org.guildhall.ledger.StatementQuery;
import org.guildhall.ledger.StatementSummary;
import org.guildhall.ledger.owned.OwnedValue;
import org.guildhall.ledger.owned.StatementFile;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How what a member owns came about: page by page, or a whole period as a file. */
@RestController
@RequestMapping("/api/members/{memberId}/statement")
@Tag(name = "ledger")
class StatementController {

    private static final LocalDate BOOKS_BEGIN = LocalDate.of(1900, 1, 2);

    private final OwnedValue owned;
    private final StatementFile files;
    private final BusinessTime time;

    StatementController(OwnedValue owned, StatementFile files, BusinessTime time) {
        this.owned = owned;
        this.files = files;
        this.time = time;
    }

    @GetMapping
    @Operation(operationId = "getStatement")
    Slice<EntryView> page(
            @PathVariable MemberId memberId,
            @ParameterObject Period period,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return owned.statement(period.of(memberId, time).page(cursor, limit));
    }

    @GetMapping("/summary")
    @Operation(
            operationId = "summarizeStatement",
            summary = "Opening and closing balance of the period, and what the latter consists of; points by default")
    StatementSummary summary(@PathVariable MemberId memberId, @ParameterObject Period period) {
        return owned.summary(period.orPoints().of(memberId, time));
    }

    @GetMapping("/file")
    @Operation(operationId = "downloadStatement", summary = "The whole period as a file, one asset (points by default)")
    ResponseEntity<byte[]> file(
            @PathVariable MemberId memberId,
            @ParameterObject Period period,
            @RequestParam(defaultValue = "CSV") Sheets.Format format,
            Locale language) {
        var file = files.write(period.orPoints().of(memberId, time), format, language);
        var named = ContentDisposition.attachment()
                .filename("statement-" + time.today() + format.suffix())
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .body(file);
    }

    /** What a statement may be narrowed to. */
    record Period(
            @Nullable String asset,
            @Parameter(description = "First day") @Nullable LocalDate from,
            @Parameter(description = "Last day") @Nullable LocalDate to,

            @Parameter(description = "As it was known then") @Nullable
            Instant knownAt) {

        StatementQuery of(MemberId member, BusinessTime time) {
            return new StatementQuery(
                    member,
                    asset == null || asset.isBlank() ? null : OwnedValue.asset(asset),
                    from == null ? null : time.startOf(within(from)),
                    to == null ? null : time.startOf(within(to.plusDays(1))),
                    knownAt,
                    null,
                    1);
        }

        /** Nothing is booked before the books began; the database does not even know all of those days. */
        private static LocalDate within(LocalDate day) {
            return day.isBefore(BOOKS_BEGIN) ? BOOKS_BEGIN : day;
        }

        Period orPoints() {
            return asset == null || asset.isBlank() ? new Period("points", from, to, knownAt) : this;
        }
    }
}
