package org.guildhall.benefits.acts;

import java.time.Duration;
import java.time.Instant;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.benefits.BenefitRefusal;
import org.guildhall.benefits.IssueCode;
import org.guildhall.benefits.IssuedCode;
import org.guildhall.jooq.benefits.tables.records.CodeRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.platform.ReadableCodes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes out one-time codes of eight characters, seven of them random (35 bits), and says why one is not taken. */
@Component
class Codes {

    private static final ReadableCodes CODES = new ReadableCodes(7);

    private final CodeStore store;
    private final Audit audit;

    Codes(CodeStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    /** The code of this act, made out unless it was before. */
    CodeRecord issue(Act act, IssueCode command, Instant at, Duration good) {
        var earlier = store.find(act.id());
        if (earlier.isPresent()) {
            act.requireSame(earlier.get().getContentHash());
            return earlier.get();
        }
        var row = new CodeRecord();
        row.setCodeId(act.id());
        row.setMemberId(command.member().value());
        row.setBenefit(command.benefit());
        row.setCode(CODES.next());
        row.setContentHash(act.hash());
        row.setIssuedAt(GrantStore.at(at));
        row.setExpiresAt(GrantStore.at(at.plus(good)));
        store.insert(row);
        var entry = AuditEntry.of("benefits.code-issued", "benefit-code", act.id(), "code", command.benefit());
        audit.record(entry.about(command.member()));
        return row;
    }

    /** The code as typed, good now for this member and benefit, as far as they are known; refused with the reason otherwise. */
    CodeRecord require(String typed, @Nullable MemberId member, @Nullable String benefit, Instant at) {
        var code = ReadableCodes.normal(typed);
        if (!CODES.wellFormed(code)) {
            throw Refusal.of(new BenefitRefusal.CodeMistyped());
        }
        var row = store.byCode(code).orElseThrow(() -> Refusal.of(new BenefitRefusal.CodeUnknown()));
        if (member != null && !member.value().equals(row.getMemberId())) {
            throw Refusal.of(new BenefitRefusal.CodeOfAnother());
        }
        if (benefit != null && !benefit.equals(row.getBenefit())) {
            throw Refusal.of(new BenefitRefusal.CodeForAnotherBenefit(row.getBenefit()));
        }
        store.usedAt(row.getCodeId()).ifPresent(used -> {
            throw Refusal.of(new BenefitRefusal.CodeUsed(used));
        });
        var expires = row.getExpiresAt().toInstant();
        if (!expires.isAfter(at)) {
            throw Refusal.of(new BenefitRefusal.CodeExpired(expires));
        }
        return row;
    }

    static IssuedCode shown(CodeRecord row) {
        return new IssuedCode(
                ReadableCodes.shown(row.getCode()),
                new MemberId(row.getMemberId()),
                row.getBenefit(),
                row.getExpiresAt().toInstant());
    }
}
