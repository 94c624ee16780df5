package org.guildhall.ledger.allocation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.guildhall.kernel.Ids;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Contra;
import org.guildhall.ledger.Movement.Clawback;
import org.guildhall.ledger.Movement.Grant;
import org.guildhall.ledger.Movement.Spend;
import org.guildhall.ledger.Shortage;
import org.jspecify.annotations.Nullable;

/** Makes random postings on one account: few days, causes and expiries, so that they meet often. */
final class RandomPostings {

    static final Instant START = Instant.parse("2026-01-01T02:00:00Z");
    static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    static final LocalDate LAST = FIRST.plusDays(40);

    private final Random random;
    private final List<List<Event>> made = new ArrayList<>();
    private final Set<UUID> undone = new HashSet<>();

    RandomPostings(Random random) {
        this.random = random;
    }

    /** Only grants, claw-backs and expiry, which are never refused. */
    static List<List<Event>> neverRefused(Random random) {
        var postings = new RandomPostings(random);
        return postings.make(3 + random.nextInt(12), 0, 0);
    }

    /** The same, and lots that are carried to a later expiry, expired ones too. */
    static List<List<Event>> withCarriedLots(Random random) {
        var postings = new RandomPostings(random);
        return postings.make(4 + random.nextInt(12), 0, 30);
    }

    /** All sorts. */
    static List<List<Event>> any(Random random) {
        var postings = new RandomPostings(random);
        return postings.make(3 + random.nextInt(14), 50, 15);
    }

    private List<List<Event>> make(int count, int percentOther, int percentCarried) {
        for (int i = 0; i < count; i++) {
            if (random.nextInt(100) < percentCarried) {
                made.add(carry());
            } else if (random.nextInt(100) < percentOther) {
                made.add(random.nextInt(3) == 0 && !made.isEmpty() ? reversalOrUse() : spendOrPartBack());
            } else {
                made.add(earning());
            }
        }
        return made;
    }

    private List<Event> earning() {
        var at = instant();
        var cause = new UUID(0x8000L, 0x8000000000000000L | random.nextInt(4));
        var id = Ids.derived("p" + made.size() + random.nextLong());
        var events = new ArrayList<Event>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            events.add(new Event(
                    id,
                    at,
                    "purchase",
                    cause,
                    new Act.Moved(
                            random.nextInt(3) > 0
                                    ? new Grant(Asset.POINTS, amount(), expiry())
                                    : new Clawback(Asset.POINTS, amount(), expiry(), shortage()))));
        }
        return events;
    }

    private List<Event> carry() {
        var id = Ids.derived("c" + made.size() + random.nextLong());
        var from = FIRST.plusDays(8L * (1 + random.nextInt(4)));
        var to = from.plusDays(8L * (1 + random.nextInt(3)));
        return List.of(new Event(id, instant(), "run", id, new Act.Carried(Asset.POINTS, from, to)));
    }

    private List<Event> spend() {
        var id = Ids.derived("s" + made.size() + random.nextLong());
        var to = List.of(Contra.REDEEMED, Contra.ADJUSTED, Contra.HELD).get(random.nextInt(3));
        return List.of(
                new Event(id, instant(), "redemption", id, new Act.Moved(new Spend(Asset.POINTS, amount(), to))));
    }

    /** Part of a spend comes back, once or several times; more than is out is refused. */
    private List<Event> spendOrPartBack() {
        var spends = made.stream()
                .map(List::getFirst)
                .filter(event -> event.act() instanceof Act.Moved(Spend spend) && spend.to() != Contra.HELD)
                .toList();
        if (spends.isEmpty() || random.nextInt(3) > 0) {
            return spend();
        }
        var spent = spends.get(random.nextInt(spends.size()));
        var id = Ids.derived("b" + made.size() + random.nextLong());
        var at = spent.occurredAt().plus(Duration.ofHours(12L * random.nextInt(10)));
        var act = new Act.RestoredPart(Asset.POINTS, spent.posting(), 1L + random.nextInt(20));
        return List.of(new Event(id, at, spent.causeType(), spent.causeId(), act));
    }

    private List<Event> reversalOrUse() {
        var target = made.get(random.nextInt(made.size()));
        var first = target.getFirst();
        var id = Ids.derived("r" + first.posting());
        if (!undone.add(id)) {
            return spend();
        }
        var at = first.occurredAt().plus(Duration.ofHours(12L * random.nextInt(10)));
        if (first.act() instanceof Act.Moved(Spend spend) && spend.to() == Contra.HELD && random.nextBoolean()) {
            return List.of(new Event(id, at, "hold", first.causeId(), new Act.Settled(Asset.POINTS, first.posting())));
        }
        var acts = Reversal.of(first.posting(), target.stream().map(Event::act).toList());
        return acts.isEmpty()
                ? spend()
                : acts.get().stream()
                        .map(act -> new Event(id, at, first.causeType(), first.causeId(), act))
                        .toList();
    }

    private Instant instant() {
        return START.plus(Duration.ofHours(12L * random.nextInt(40)));
    }

    private long amount() {
        return 1L + random.nextInt(60);
    }

    private Shortage shortage() {
        return random.nextBoolean() ? Shortage.DEBT : Shortage.LOSS;
    }

    private @Nullable LocalDate expiry() {
        int pick = random.nextInt(5);
        return pick == 0 ? null : FIRST.plusDays(8L * pick);
    }
}
