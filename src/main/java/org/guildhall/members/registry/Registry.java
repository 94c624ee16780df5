package org.guildhall.members.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.members.Assignment;
import org.guildhall.members.Batch;
import org.guildhall.members.Duplicate;
import org.guildhall.members.ExternalKey;
import org.guildhall.members.MemberEvent.MemberErased;
import org.guildhall.members.MemberFacts;
import org.guildhall.members.MemberField;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberQuery;
import org.guildhall.members.MemberRefusal.IdentityKind;
import org.guildhall.members.MemberRow;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.MemberView;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.members.RegisteredMember;
import org.guildhall.members.RowOutcome;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.Transition;
import org.guildhall.members.UndoPreview;
import org.guildhall.members.UpdateMember;
import org.guildhall.members.identification.MemberNumbers;
import org.guildhall.members.identification.Mobiles;
import org.guildhall.members.search.MemberLists;
import org.guildhall.members.timeline.Timelines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The façade's work, handed to whoever does it; opens the transactions of single acts and tells of them. */
@Component
class Registry implements Members {

    private static final int LONGEST_REASON = 300;

    private final Access access;
    private final TransactionTemplate transaction;
    private final Registrar registrar;
    private final Edits edits;
    private final MemberWriter writer;
    private final Undoing undoing;
    private final Erasing erasing;
    private final RecordReading reading;
    private final Duplicates duplicates;
    private final Notices notices;
    private final MemberStore members;
    private final IdentityStore identities;
    private final Claims claims;
    private final MemberLists lists;
    private final Timelines timelines;

    Registry(
            Access access,
            TransactionTemplate transaction,
            Registrar registrar,
            Edits edits,
            MemberWriter writer,
            Undoing undoing,
            Erasing erasing,
            RecordReading reading,
            Duplicates duplicates,
            Notices notices,
            MemberStore members,
            IdentityStore identities,
            Claims claims,
            MemberLists lists,
            Timelines timelines) {
        this.access = access;
        this.transaction = transaction;
        this.registrar = registrar;
        this.edits = edits;
        this.writer = writer;
        this.undoing = undoing;
        this.erasing = erasing;
        this.reading = reading;
        this.duplicates = duplicates;
        this.notices = notices;
        this.members = members;
        this.identities = identities;
        this.claims = claims;
        this.lists = lists;
        this.timelines = timelines;
    }

    @Override
    public RegisteredMember register(RegisterMember command) {
        var scope = access.require(MemberPermissions.WRITE);
        var id = inTransaction(() -> {
            var member =
                    done(registrar.registerAll(List.of(command), null, scope).getFirst());
            notices.registered(member);
            return member;
        });
        return new RegisteredMember(reading.get(id, null), duplicates.of(id));
    }

    @Override
    public MemberView update(UpdateMember command) {
        return one(edits.update(command, null), access.require(MemberPermissions.WRITE));
    }

    @Override
    public MemberView transition(Transition command) {
        return one(
                edits.transition(command, reason(command.reason()), null),
                access.require(MemberPermissions.TRANSITION));
    }

    @Override
    public MemberView assign(MemberId id, Assignment assignment) {
        return one(edits.assign(id, assignment, null), access.require(MemberPermissions.ASSIGN));
    }

    @Override
    public MemberView confirmContacts(MemberId id) {
        return one(edits.confirmContacts(id), access.require(MemberPermissions.WRITE));
    }

    private MemberView one(Edit edit, org.guildhall.access.Scope scope) {
        inTransaction(() -> {
            var written = writer.apply(List.of(edit), scope).getFirst();
            done(written.outcome());
            if (!written.values().isEmpty()) {
                notices.changed(edit, written.values());
            }
            return edit.id();
        });
        return reading.get(edit.id(), null);
    }

    @Override
    public void erase(MemberId id, String reason) {
        inTransaction(() -> {
            erasing.erase(id, reason(reason));
            notices.tell("members.erased", id, Map.of("reason", reason), new MemberErased(id));
            return id;
        });
    }

    @Override
    public List<Duplicate> duplicates(MemberProfile profile) {
        access.require(MemberPermissions.READ);
        return duplicates.of(profile);
    }

    @Override
    public MemberView get(MemberId id, @Nullable Instant knownAt) {
        return reading.get(id, knownAt);
    }

    @Override
    public Slice<MemberRow> search(MemberQuery query) {
        return lists.page(query);
    }

    @Override
    public void requireVisible(MemberId id) {
        reading.requireVisible(id);
    }

    @Override
    public MemberProfile reveal(MemberId id, Set<MemberField> fields, String reason) {
        if (fields.isEmpty()) {
            throw InvalidInput.of("fields", null, "required");
        }
        return inTransaction(() -> {
            var revealed = reading.reveal(id, fields, reason(reason));
            notices.tell("members.revealed", id, Map.of("fields", fields, "reason", reason), null);
            return revealed;
        });
    }

    @Override
    public Slice<TimelineEntry> timeline(
            MemberId id, Set<String> kinds, @Nullable Instant knownAt, @Nullable String cursor, int limit) {
        reading.requireVisible(id);
        return timelines.page(id, kinds, knownAt, cursor, limit);
    }

    @Override
    public Map<MemberId, MemberFacts> facts(Collection<MemberId> ids) {
        return ids.isEmpty() ? Map.of() : members.facts(ids);
    }

    @Override
    public Map<String, MemberId> findByNumber(Collection<String> numbers) {
        var keys = new LinkedHashMap<String, String>();
        numbers.forEach(number -> keys.put(number, Claims.number(MemberNumbers.normalise(number))));
        return find(IdentityKind.NUMBER, keys);
    }

    @Override
    public Map<String, MemberId> findByMobile(Collection<String> mobiles) {
        var keys = new LinkedHashMap<String, String>();
        mobiles.forEach(mobile -> Mobiles.normalise(mobile)
                .ifPresent(stored -> keys.put(mobile, claims.personal(IdentityKind.MOBILE, stored))));
        return find(IdentityKind.MOBILE, keys);
    }

    @Override
    public Map<String, MemberId> findByExternal(String system, Collection<String> ids) {
        var keys = new LinkedHashMap<String, String>();
        ids.forEach(id -> keys.put(id, Claims.external(new ExternalKey(system, id))));
        return find(IdentityKind.EXTERNAL, keys);
    }

    private Map<String, MemberId> find(IdentityKind kind, Map<String, String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var holders = identities.holders(kind, Set.copyOf(keys.values()));
        var found = new LinkedHashMap<String, MemberId>();
        keys.forEach((given, key) -> {
            var holder = holders.get(key);
            if (holder != null) {
                found.put(given, holder);
            }
        });
        return found;
    }

    @Override
    public List<RowOutcome> registerAll(List<RegisterMember> rows, Batch batch) {
        requireTransaction();
        var outcomes = registrar.registerAll(rows, batch, access.require(MemberPermissions.WRITE));
        notices.batch("members.batch-registered", batch, outcomes);
        return outcomes;
    }

    @Override
    public List<RowOutcome> updateAll(List<UpdateMember> rows, Batch batch) {
        return all(rows.stream().map(row -> edits.update(row, batch)).toList(), batch, MemberPermissions.WRITE);
    }

    @Override
    public List<RowOutcome> assignAll(List<MemberId> ids, Assignment assignment, Batch batch) {
        return all(
                ids.stream().map(id -> edits.assign(id, assignment, batch)).toList(), batch, MemberPermissions.ASSIGN);
    }

    @Override
    public List<RowOutcome> transitionAll(List<MemberId> ids, MemberStatus to, Batch batch) {
        var because = reason(batch.reason() == null ? "" : batch.reason());
        var all = new ArrayList<Edit>();
        for (var id : ids) {
            all.add(edits.transition(new Transition(id, to, because, null, null), because, batch));
        }
        return all(all, batch, MemberPermissions.TRANSITION);
    }

    private List<RowOutcome> all(List<Edit> all, Batch batch, org.guildhall.access.Permission permission) {
        requireTransaction();
        var outcomes = writer.apply(all, access.require(permission)).stream()
                .map(MemberWriter.Written::outcome)
                .toList();
        notices.batch("members.batch-changed", batch, outcomes);
        return outcomes;
    }

    @Override
    public UndoPreview undoPreview(UUID batch) {
        return undoing.preview(batch);
    }

    @Override
    public int undo(UUID batch, int limit, String reason) {
        requireTransaction();
        var undone = undoing.undo(batch, limit, reason);
        notices.undone(batch, undone, reason);
        return undone.size();
    }

    private static MemberId done(RowOutcome outcome) {
        return switch (outcome) {
            case RowOutcome.Done(var member) -> member;
            case RowOutcome.Unchanged(var member) -> member;
            case RowOutcome.Refused(var reason) -> throw Refusal.of(reason);
        };
    }

    private static String reason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw InvalidInput.of("reason", reason, "required");
        }
        return reason.strip();
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a batch runs in its caller's transaction");
        }
    }
}
