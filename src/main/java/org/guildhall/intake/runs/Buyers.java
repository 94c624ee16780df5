package org.guildhall.intake.runs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportId;
import org.guildhall.intake.ImportSettings;
import org.guildhall.intake.ImportSettings.UnknownBuyers;
import org.guildhall.intake.cleaning.Buyer;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.Batch;
import org.guildhall.members.ExternalKey;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.members.RowOutcome;
import org.jspecify.annotations.Nullable;

/** Finds the buyers that a batch names and enters unknown ones as stub members, if the settings say so. */
final class Buyers {

    private final Members members;
    private final ImportSettings settings;
    private final Batch batch;

    Buyers(Members members, ImportSettings settings, ImportId id) {
        this.members = members;
        this.settings = settings;
        this.batch = new Batch(id.value(), "intake:" + settings.source());
    }

    /** What is known of a buyer from the purchases: the first day and the store of that day. */
    record FirstVisit(LocalDate day, @Nullable UnitId store) {}

    /** Buyers found, those entered just now, and those that could not be entered. */
    record Found(Map<Buyer, MemberId> members, Set<MemberId> stubs, Map<Buyer, Refusal.Reason> refused) {}

    Found find(Map<Buyer, FirstVisit> visits) {
        var found = known(visits.keySet());
        if (settings.unknownBuyers() == UnknownBuyers.REJECT || found.size() == visits.size()) {
            return new Found(found, Set.of(), Map.of());
        }
        var unknown = new ArrayList<Buyer>();
        var commands = new ArrayList<RegisterMember>();
        visits.forEach((buyer, visit) -> {
            if (!found.containsKey(buyer)) {
                unknown.add(buyer);
                commands.add(stub(buyer, visit));
            }
        });
        return entered(found, unknown, members.registerAll(commands, batch));
    }

    private static Found entered(Map<Buyer, MemberId> found, List<Buyer> unknown, List<RowOutcome> outcomes) {
        var stubs = new java.util.HashSet<MemberId>();
        var refused = new HashMap<Buyer, Refusal.Reason>();
        for (int i = 0; i < unknown.size(); i++) {
            switch (outcomes.get(i)) {
                case RowOutcome.Done(var member) -> {
                    found.put(unknown.get(i), member);
                    stubs.add(member);
                }
                case RowOutcome.Unchanged(var member) -> found.put(unknown.get(i), member);
                case RowOutcome.Refused(var reason) -> refused.put(unknown.get(i), reason);
            }
        }
        return new Found(found, stubs, refused);
    }

    private Map<Buyer, MemberId> known(Set<Buyer> buyers) {
        var found = new HashMap<Buyer, MemberId>();
        for (var by : Buyer.FIELDS) {
            var keys = buyers.stream()
                    .filter(buyer -> buyer.by() == by)
                    .map(Buyer::key)
                    .toList();
            if (!keys.isEmpty()) {
                known(by, keys).forEach((key, member) -> found.put(new Buyer(by, key), member));
            }
        }
        return found;
    }

    private Map<String, MemberId> known(ImportField by, List<String> keys) {
        return switch (by) {
            case EXTERNAL_ID -> members.findByExternal(settings.source(), keys);
            case MOBILE -> members.findByMobile(keys);
            default -> members.findByNumber(keys);
        };
    }

    private RegisterMember stub(Buyer buyer, FirstVisit visit) {
        var by = buyer.by();
        var key = buyer.key();
        return new RegisterMember(
                MemberKind.PERSON,
                by == ImportField.MEMBER_NUMBER ? key : null,
                by == ImportField.MOBILE ? MemberProfile.of(null, key) : MemberProfile.EMPTY,
                null,
                visit.day(),
                visit.store(),
                null,
                null,
                by == ImportField.EXTERNAL_ID ? new ExternalKey(settings.source(), key) : null,
                null);
    }
}
