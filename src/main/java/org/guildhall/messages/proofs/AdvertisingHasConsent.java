package org.guildhall.messages.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guildhall.ledger.ModuleLaw;
import org.guildhall.messages.Recipients;
import org.guildhall.messages.proofs.MessageLawStore.Advertised;
import org.jspecify.annotations.Nullable;

/** Holds every advertising message that went out against the keeper's own records of consent. */
final class AdvertisingHasConsent {

    private static final int AT_ONCE = 5_000;

    private final MessageLawStore store;
    private final Recipients recipients;

    AdvertisingHasConsent(MessageLawStore store, Recipients recipients) {
        this.store = store;
        this.recipients = recipients;
    }

    ModuleLaw.Finding check() {
        long covered = 0;
        var after = new UUID(0, 0);
        for (var some = store.advertised(after, AT_ONCE); !some.isEmpty(); some = store.advertised(after, AT_ONCE)) {
            var found = counterExample(some);
            covered += some.size();
            if (found != null) {
                return new ModuleLaw.Finding(covered, found);
            }
            after = some.getLast().message();
        }
        return new ModuleLaw.Finding(covered, null);
    }

    private @Nullable String counterExample(List<Advertised> sent) {
        var claims = new ArrayList<Recipients.Claim>();
        for (var message : sent) {
            var consent = message.consent();
            if (consent == null) {
                return "message " + message.message() + " names no consent";
            }
            claims.add(new Recipients.Claim(
                    message.message(), message.member(), consent, message.channel(), message.at()));
        }
        return recipients.unfounded(claims).stream()
                .map(claim -> "message " + claim.message() + " went out at " + claim.at() + " by "
                        + claim.channel().code() + ", but consent " + claim.consent() + " did not hold then")
                .findFirst()
                .orElse(null);
    }
}
