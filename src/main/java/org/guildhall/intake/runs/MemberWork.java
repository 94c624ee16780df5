package org.guildhall.intake.runs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportSettings.KnownMembers;
import org.guildhall.intake.ImportSettings.UnknownStores;
import org.guildhall.intake.Rejection;
import org.guildhall.intake.Rule;
import org.guildhall.intake.Tally;
import org.guildhall.intake.cleaning.MemberRow;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Address;
import org.guildhall.members.Batch;
import org.guildhall.members.Birthday;
import org.guildhall.members.ExternalKey;
import org.guildhall.members.Gender;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.members.ReviseMember;
import org.guildhall.members.RowOutcome;
import org.jspecify.annotations.Nullable;

/** Enters or updates the members of one batch. */
final class MemberWork implements BatchWork {

    private final Plan plan;
    private final Members members;
    private final Stores stores;
    private final Batch batch;

    MemberWork(Plan plan, Members members, Stores stores) {
        this.plan = plan;
        this.members = members;
        this.stores = stores;
        this.batch = new Batch(plan.id().value(), "intake:" + plan.settings().source());
    }

    @Override
    public Done perform(int number) {
        var work = new Work();
        var rows = work.single(plan.members(number));
        var known = work.known(rows);
        var fresh = rows.stream()
                .filter(row -> !known.containsKey(row.key()))
                .filter(work::joinedBeforeLeaving)
                .toList();
        work.note(
                fresh, members.registerAll(fresh.stream().map(this::register).toList(), batch), BatchStore.Act.ENTERED);
        var old = rows.stream().filter(row -> known.containsKey(row.key())).toList();
        if (plan.settings().knownMembers() == KnownMembers.KEEP) {
            work.unchanged += old.size();
        } else {
            var revised = old.stream()
                    .map(row -> revise(known.getOrDefault(row.key(), NOBODY), row))
                    .toList();
            work.note(old, members.reviseAll(revised, batch), BatchStore.Act.UPDATED);
        }
        return new Done(work.tally(), work.rejections, work.touched);
    }

    private static final MemberId NOBODY = MemberId.of("00000000-0000-0000-0000-000000000000");

    private ReviseMember revise(MemberId member, MemberRow row) {
        return new ReviseMember(
                member,
                profile(row),
                day(row.get(ImportField.JOINED_ON)),
                day(row.get(ImportField.LEFT_ON)),
                stores.find(row.get(ImportField.STORE)),
                tags(row.get(ImportField.TAGS)));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private RegisterMember register(MemberRow row) {
        var external = row.get(ImportField.EXTERNAL_ID);
        return new RegisterMember(
                MemberKind.PERSON,
                row.get(ImportField.MEMBER_NUMBER),
                profile(row),
                null,
                day(row.get(ImportField.JOINED_ON)),
                day(row.get(ImportField.LEFT_ON)),
                stores.find(row.get(ImportField.STORE)),
                null,
                tags(row.get(ImportField.TAGS)),
                external == null ? null : new ExternalKey(plan.settings().source(), external),
                null);
    }

    private static @Nullable Set<String> tags(@Nullable String text) {
        return text == null
                ? null
                : Stream.of(text.split("[,;、，；]", -1))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .collect(Collectors.toSet());
    }

    private static MemberProfile profile(MemberRow row) {
        var gender = row.get(ImportField.GENDER);
        var birthday = row.get(ImportField.BIRTHDAY);
        var address = row.get(ImportField.ADDRESS);
        var postcode = row.get(ImportField.POSTCODE);
        return new MemberProfile(
                row.get(ImportField.NAME),
                gender == null ? null : Gender.valueOf(gender),
                birthday == null ? null : Birthday.solar(LocalDate.parse(birthday)),
                row.get(ImportField.MOBILE),
                row.get(ImportField.EMAIL),
                address == null && postcode == null ? null : new Address(null, address, postcode),
                null,
                null,
                null,
                null,
                row.attributes().isEmpty() ? null : row.attributes());
    }

    /** The working state of one batch. */
    private final class Work {
        private final List<Rejection> rejections = new ArrayList<>();
        private final Map<MemberId, BatchStore.Act> touched = new HashMap<>();
        private final Map<String, Long> unknownStores = new TreeMap<>();
        private long dropped;
        private long unchanged;
        private long entered;
        private long updated;

        /** One row a member: equal ones are dropped, different ones rejected, since nobody knows which is right. */
        List<MemberRow> single(List<MemberRow> rows) {
            Map<String, List<MemberRow>> byKey = new LinkedHashMap<>();
            for (var row : rows) {
                byKey.computeIfAbsent(row.key(), key -> new ArrayList<>(1)).add(row);
            }
            var single = new ArrayList<MemberRow>();
            for (var alike : byKey.values()) {
                var first = alike.getFirst();
                if (!alike.stream().allMatch(first::equalsInContent)) {
                    alike.forEach(row -> reject(row, ImportField.MEMBER_NUMBER, keyOf(row), Rule.MEMBER_TWICE));
                } else if (storeFits(first)) {
                    single.add(first);
                    dropped += alike.size() - 1;
                }
            }
            return single;
        }

        private boolean storeFits(MemberRow row) {
            var code = row.get(ImportField.STORE);
            if (code == null || stores.find(code) != null) {
                return true;
            }
            unknownStores.merge(code, 1L, Long::sum);
            if (plan.settings().unknownStores() == UnknownStores.REJECT) {
                reject(row, ImportField.STORE, code, Rule.STORE_UNKNOWN);
                return false;
            }
            return true;
        }

        /** Of somebody who has left and is not known here, the day of joining has to be told too. */
        boolean joinedBeforeLeaving(MemberRow row) {
            if (row.get(ImportField.LEFT_ON) == null || row.get(ImportField.JOINED_ON) != null) {
                return true;
            }
            reject(row, ImportField.JOINED_ON, "", Rule.REQUIRED);
            return false;
        }

        /** The members that the house knows, by the rows' keys. */
        Map<String, MemberId> known(List<MemberRow> rows) {
            var known = new HashMap<String, MemberId>();
            for (var field : List.of(ImportField.MEMBER_NUMBER, ImportField.EXTERNAL_ID, ImportField.MOBILE)) {
                var prefix = field.name() + ":";
                var values = rows.stream()
                        .map(MemberRow::key)
                        .filter(key -> key.startsWith(prefix))
                        .map(key -> key.substring(prefix.length()))
                        .toList();
                if (!values.isEmpty()) {
                    find(field, values).forEach((value, member) -> known.put(prefix + value, member));
                }
            }
            return known;
        }

        private Map<String, MemberId> find(ImportField field, List<String> values) {
            return switch (field) {
                case EXTERNAL_ID -> members.findByExternal(plan.settings().source(), values);
                case MOBILE -> members.findByMobile(values);
                default -> members.findByNumber(values);
            };
        }

        void note(List<MemberRow> rows, List<RowOutcome> outcomes, BatchStore.Act act) {
            for (int i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                switch (outcomes.get(i)) {
                    case RowOutcome.Done(var member) -> {
                        touched.put(member, act);
                        entered += act == BatchStore.Act.ENTERED ? 1 : 0;
                        updated += act == BatchStore.Act.UPDATED ? 1 : 0;
                    }
                    case RowOutcome.Unchanged(var member) -> unchanged++;
                    case RowOutcome.Refused(var reason) ->
                        rejections.add(Rejections.because(row.row(), ImportField.MEMBER_NUMBER, keyOf(row), reason));
                }
            }
        }

        private void reject(MemberRow row, ImportField field, String value, Rule rule) {
            rejections.add(Rejection.of(row.row(), field, value, rule));
        }

        private static String keyOf(MemberRow row) {
            return row.key().substring(row.key().indexOf(':') + 1);
        }

        Tally tally() {
            return new Tally(
                    new Tally.Rows(0, entered + updated + unchanged, dropped, 0, Rejections.rows(rejections)),
                    new Tally.Facts(entered, updated, 0, 0, 0, unchanged, 0, 0, 0),
                    Map.of(),
                    Map.of(),
                    null,
                    null,
                    unknownStores,
                    Rejections.byRule(rejections),
                    null);
        }
    }
}
