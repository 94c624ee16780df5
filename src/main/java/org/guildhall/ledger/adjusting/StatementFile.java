package org.guildhall.ledger.adjusting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.EntryView;
import org.guildhall.ledger.StatementQuery;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a member's statement of a whole period as a file, and remembers that it was taken out. */
@Component
public class StatementFile {

    /** The most lines of one file; a longer period is refused, never cut off. */
    static final int MOST_LINES = 20_000;

    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Map<String, List<String>> HEADS = Map.of(
            "zh-CN", List.of("发生时间", "类型", "变动", "变动后余额", "批次", "原因", "记录时间", "记账编号"),
            "zh-TW", List.of("發生時間", "類型", "變動", "變動後餘額", "批次", "原因", "記錄時間", "記帳編號"),
            "en",
                    List.of(
                            "Occurred at",
                            "Kind",
                            "Change",
                            "Balance after",
                            "Lots",
                            "Reason",
                            "Recorded at",
                            "Posting"));

    private final OwnedValue owned;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final BusinessTime time;

    StatementFile(OwnedValue owned, Audit audit, TransactionTemplate transaction, BusinessTime time) {
        this.owned = owned;
        this.audit = audit;
        this.transaction = transaction;
        this.time = time;
    }

    /** All lines of the period, newest first; headings in the language (zh-CN when there are none in it). */
    public byte[] write(StatementQuery period, Sheets.Format format, Locale language) {
        var lines = lines(period);
        var out = new ByteArrayOutputStream();
        try {
            Sheets.write(format, out, head(language), rows -> lines.forEach(line -> rows.accept(cells(line))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        transaction.executeWithoutResult(status ->
                audit.record(AuditEntry.of("ledger.statement-taken", "member", period.member(), "rows", lines.size())
                        .about(period.member())));
        return out.toByteArray();
    }

    private List<EntryView> lines(StatementQuery period) {
        var lines = new ArrayList<EntryView>();
        String cursor = null;
        do {
            var page = owned.statement(period.page(cursor, Slice.PAGE_LIMIT));
            lines.addAll(page.items());
            cursor = page.next();
            if (lines.size() > MOST_LINES) {
                throw InvalidInput.of(
                        "from", period.from() == null ? null : period.from().toString(), "shorter-period");
            }
        } while (cursor != null);
        return lines;
    }

    private static List<String> head(Locale language) {
        return HEADS.getOrDefault(
                language.toLanguageTag(),
                Objects.requireNonNull(HEADS.get(language.getLanguage().equals("en") ? "en" : "zh-CN")));
    }

    private List<@Nullable Object> cells(EntryView line) {
        return Arrays.asList(
                written(line.occurredAt()),
                line.kind(),
                line.amount(),
                line.balanceAfter(),
                line.parts().stream().map(StatementFile::lot).collect(Collectors.joining("; ")),
                line.reasonCode(),
                written(line.recordedAt()),
                line.postingId());
    }

    private static String lot(EntryView.Part part) {
        return part.expiresOn() == null ? Long.toString(part.amount()) : part.amount() + " (" + part.expiresOn() + ")";
    }

    private String written(Instant instant) {
        return TO_THE_SECOND.format(instant.atZone(time.zone()));
    }
}
