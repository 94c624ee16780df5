package org.guildhall.loyalty.purchases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Booked;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.ledger.Shortage;
import org.guildhall.loyalty.replay.Award;
import org.jspecify.annotations.Nullable;

/**
 * Brings what the ledger booked for a member's facts to what a replay awards: the difference, fact by fact, asset by asset,
 * expiry by expiry, each at the instant of its fact. Nothing differs: nothing is posted.
 */
final class Differences {

    private final MemberId member;
    private final int revision;
    private final Map<Fact, Map<Lot, Long>> wanted = new LinkedHashMap<>();
    private final Map<Fact, Award> awards = new LinkedHashMap<>();

    private record Fact(UUID id, Instant at) {}

    private record Lot(Asset asset, @Nullable LocalDate expiresOn) {}

    private Differences(MemberId member, int revision) {
        this.member = member;
        this.revision = revision;
    }

    /** The postings that are missing; their keys carry the revision, so that each correction has its own. */
    static List<Posting> between(MemberId member, Collection<Award> awards, Collection<Booked> booked, int revision) {
        var differences = new Differences(member, revision);
        awards.forEach(differences::want);
        booked.forEach(differences::have);
        return differences.postings();
    }

    /**
     * The same for a member whose personal facts were erased: what was booked for a fact that still counts stands, whatever a
     * replay without them would award; only new facts are awarded and voided ones taken back.
     */
    static List<Posting> ofErased(MemberId member, List<Award> awards, List<Booked> booked, int revision) {
        var awarded = awards.stream().map(Differences::fact).collect(Collectors.toSet());
        var settled = booked.stream().map(Differences::fact).collect(Collectors.toSet());
        return between(
                member,
                awards.stream().filter(award -> !settled.contains(fact(award))).toList(),
                booked.stream().filter(one -> !awarded.contains(fact(one))).toList(),
                revision);
    }

    private static Fact fact(Award award) {
        return new Fact(award.fact(), award.at());
    }

    private static Fact fact(Booked booked) {
        return new Fact(booked.causeId(), booked.occurredAt());
    }

    private void want(Award award) {
        var fact = fact(award);
        awards.put(fact, award);
        var lots = wanted.computeIfAbsent(fact, key -> new LinkedHashMap<>(4));
        if (award.points() != 0) {
            lots.merge(new Lot(Asset.POINTS, award.expiresOn()), award.points(), Math::addExact);
        }
        if (award.growth() != 0) {
            lots.merge(new Lot(Asset.GROWTH, null), award.growth(), Math::addExact);
        }
    }

    private void have(Booked booked) {
        wanted.computeIfAbsent(fact(booked), key -> new LinkedHashMap<>(4))
                .merge(new Lot(booked.asset(), booked.expiresOn()), -booked.amount(), Math::addExact);
    }

    private List<Posting> postings() {
        var postings = new ArrayList<Posting>();
        for (var entry : wanted.entrySet()) {
            var fact = entry.getKey();
            var award = awards.get(fact);
            var movements = movements(entry.getValue(), award == null ? Shortage.DEBT : award.shortage());
            if (!movements.isEmpty()) {
                postings.add(posting(fact, award, movements));
            }
        }
        return postings;
    }

    private Posting posting(Fact fact, @Nullable Award award, List<Movement> movements) {
        var by = award != null
                ? award.by()
                : movements.getFirst() instanceof Movement.Grant ? Award.By.RETURN : Award.By.PURCHASE;
        return new Posting(
                new CauseKey("loyalty:" + fact.id() + ":" + revision + ":" + fact.at()),
                member,
                by.posting(),
                fact.at(),
                by.cause(),
                fact.id(),
                movements,
                null,
                award == null ? 0 : award.version());
    }

    /** Grants before claw-backs, so that a grant moved to another expiry is there before it is taken from the old one. */
    private static List<Movement> movements(Map<Lot, Long> lots, Shortage shortage) {
        var movements = new ArrayList<Movement>(2);
        lots.forEach((lot, amount) -> {
            if (amount > 0) {
                movements.add(new Movement.Grant(lot.asset, amount, lot.expiresOn));
            }
        });
        lots.forEach((lot, amount) -> {
            if (amount < 0) {
                movements.add(new Movement.Clawback(lot.asset, -amount, lot.expiresOn, shortage));
            }
        });
        return movements;
    }
}
