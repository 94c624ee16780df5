package org.guildhall.loyalty.purchases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Horizon;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.GrantTier;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.loyalty.replay.RuleBooks;
import org.guildhall.loyalty.tiers.TierGrant;
import org.guildhall.members.Members;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives tiers by hand: recorded as facts, so that the replay knows them like any other. */
@Component
@Transactional
public class TierGranting {

    private final Guard guard;
    private final FactWriterStore writer;
    private final Recorder recorder;
    private final RuleBooks books;
    private final BusinessTime time;

    TierGranting(Guard guard, FactWriterStore writer, Recorder recorder, RuleBooks books, BusinessTime time) {
        this.guard = guard;
        this.writer = writer;
        this.recorder = recorder;
        this.books = books;
        this.time = time;
    }

    /** Who may, whom they may see, what is remembered of it, and who hears of it. */
    @Component
    record Guard(Access access, Members members, Audit audit, ApplicationEventPublisher events) {}

    /** Grants the tier from now on; a grant of that identifier is made once, and asking again changes nothing; asking something else is refused. */
    public void grant(GrantTier command, UUID id) {
        guard.members.requireVisible(command.member(), LoyaltyPermissions.GRANT_TIER);
        var today = time.today();
        var rules = books.current().tiersOn(today);
        if (rules.placeOf(command.tier()) < 0) {
            throw Refusal.of(new LoyaltyRefusal.TierUnknown(
                    command.tier(), rules.policy().codes()));
        }
        if (command.until() != null && command.until().isBefore(today)) {
            throw Refusal.of(new LoyaltyRefusal.GrantEndsEarly(command.until(), today));
        }
        Horizon.require("until", command.until(), today);
        var content = content(command);
        var earlier = writer.claim(id, content);
        if (earlier.filter(content::equals).isPresent()) {
            return;
        }
        if (earlier.isPresent()) {
            throw Refusal.of(new LoyaltyRefusal.ActDiffers(id));
        }
        var grant = new TierGrant(id, command.tier(), time.now(), command.until());
        var by = guard.access.actor().reference();
        if (!writer.grant(command.member(), grant, command.reason(), by)) {
            return;
        }
        recorder.refresh(List.of(command.member())).tierChanges().forEach(guard.events::publishEvent);
        guard.audit.record(AuditEntry.of("loyalty.tier-granted", "tier-grant", grant.id(), "tier", command.tier())
                .about(command.member()));
    }

    /** What one key may stand for: no personal value, and the same text for the same command. */
    private static String content(GrantTier command) {
        var text = command.member() + "|" + command.tier() + "|" + command.until() + "|" + command.reason();
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
