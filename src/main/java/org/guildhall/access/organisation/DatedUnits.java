package org.guildhall.access.organisation;

import static org.guildhall.access.AccessPermissions.UNITS_READ;
import static org.guildhall.access.AccessPermissions.UNITS_WRITE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.ChangeUnit;
import org.guildhall.access.OpenUnit;
import org.guildhall.access.Organisation;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.access.Unit;
import org.guildhall.access.UnitKind;
import org.guildhall.access.Witness;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tree of units, each change appended with its first day. */
@Component
class DatedUnits implements Organisation {

    private final OrganisationStore store;
    private final OrganisationMemory memory;
    private final OrganisationChange changes;
    private final Witness witness;

    DatedUnits(OrganisationStore store, OrganisationMemory memory, OrganisationChange changes, Witness witness) {
        this.store = store;
        this.memory = memory;
        this.changes = changes;
        this.witness = witness;
    }

    @Override
    public List<Unit> units(LocalDate on) {
        return on.equals(witness.time().today())
                ? memory.today().tree().open()
                : treeOn(on).open();
    }

    @Override
    public Unit unit(UnitId id) {
        var unit = memory.today().tree().get(id);
        if (unit == null) {
            throw Refusal.of(new AccessRefusal.NoSuchUnit(id.toString()));
        }
        return unit;
    }

    @Override
    public Optional<Unit> byCode(String code) {
        return units(witness.time().today()).stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst();
    }

    @Override
    public List<Unit> stores() {
        return units(witness.time().today()).stream()
                .filter(unit -> unit.kind() == UnitKind.STORE)
                .sorted(Comparator.comparing(Unit::code))
                .toList();
    }

    @Override
    public Set<UnitId> subtree(UnitId id) {
        return memory.today().tree().subtree(id);
    }

    @Override
    public List<Unit> chart(@Nullable LocalDate on) {
        witness.access().require(UNITS_READ);
        return units(Objects.requireNonNullElseGet(on, witness.time()::today));
    }

    @Override
    public List<Unit> history(UnitId id) {
        witness.access().require(UNITS_READ);
        var states = statesOf(id);
        if (states.isEmpty()) {
            throw Refusal.of(new AccessRefusal.NoSuchUnit(id.toString()));
        }
        return states.reversed();
    }

    @Override
    public Unit open(OpenUnit command) {
        var scope = witness.access().require(UNITS_WRITE);
        return changes.make(() -> {
            var unit = new Unit(
                    UnitId.of(Ids.next(witness.time().clock())),
                    command.kind(),
                    command.code(),
                    command.name(),
                    command.parent(),
                    true,
                    1,
                    command.effectiveFrom());
            place(unit, scope);
            return append(unit, "access.unit-opened");
        });
    }

    @Override
    public Unit change(UnitId id, ChangeUnit command) {
        var scope = witness.access().require(UNITS_WRITE);
        return changes.make(() -> {
            var states = statesOf(id);
            if (states.isEmpty()) {
                throw Refusal.of(new AccessRefusal.NoSuchUnit(id.toString()));
            }
            var last = states.getLast();
            if (last.version() != command.expectedVersion()) {
                throw Refusal.of(new AccessRefusal.StaleVersion(command.expectedVersion(), last.version()));
            }
            requireIn(scope, id);
            if (command.effectiveFrom().isBefore(last.effectiveFrom())) {
                throw InvalidInput.of("effectiveFrom", command.effectiveFrom(), "not-before-from");
            }
            var unit = new Unit(
                    id,
                    last.kind(),
                    command.code(),
                    command.name(),
                    command.parent(),
                    command.open(),
                    last.version() + 1,
                    command.effectiveFrom());
            place(unit, scope);
            return append(unit, command.open() ? "access.unit-changed" : "access.unit-closed");
        });
    }

    /** Checks that the unit fits where it would be, on its first day and whenever the tree is another afterwards. */
    private void place(Unit unit, Scope scope) {
        if ((unit.kind() == UnitKind.COMPANY) != (unit.parent() == null)) {
            throw InvalidInput.of("parent", unit.parent(), unit.parent() == null ? "required" : "forbidden");
        }
        var parent = unit.parent();
        requireIn(scope, parent == null ? unit.id() : parent);
        var states = new ArrayList<>(memory.facts().units());
        states.add(unit);
        for (var day : daysFrom(unit.effectiveFrom(), states)) {
            fit(unit, new UnitTree(states, day));
        }
    }

    private static Set<LocalDate> daysFrom(LocalDate first, List<Unit> states) {
        var days = new TreeSet<LocalDate>();
        states.forEach(state -> days.add(state.effectiveFrom()));
        return days.tailSet(first, true);
    }

    /** Checks that the unit fits into the tree, in which it is already. */
    private void fit(Unit unit, UnitTree tree) {
        var parent = unit.parent();
        if (parent != null) {
            var above = tree.get(parent);
            if (above == null || (unit.open() && !above.open())) {
                throw Refusal.of(new AccessRefusal.NoSuchUnit(parent.toString()));
            }
            if (tree.subtree(unit.id()).contains(parent)) {
                throw Refusal.of(new AccessRefusal.UnitCycle(unit.name(), above.name()));
            }
        }
        if (unit.open()
                && tree.open().stream()
                        .anyMatch(other ->
                                !other.id().equals(unit.id()) && other.code().equals(unit.code()))) {
            throw Refusal.of(new AccessRefusal.CodeTaken(unit.code()));
        }
        if (!unit.open()) {
            requireEmpty(unit, tree);
        }
    }

    private void requireEmpty(Unit unit, UnitTree tree) {
        long children = tree.open().stream()
                .filter(other -> unit.id().equals(other.parent()))
                .count();
        long people = memory.facts().held().stream()
                .filter(held -> held.unit().equals(unit.id()))
                .filter(held -> held.until() == null || held.until().isAfter(unit.effectiveFrom()))
                .count();
        if (children + people > 0) {
            throw Refusal.of(new AccessRefusal.UnitInUse(unit.name(), children, people));
        }
    }

    private void requireIn(Scope scope, UnitId id) {
        if (!Scopes.includes(scope, id, null)) {
            throw Refusal.of(new AccessRefusal.OutOfScope(UNITS_WRITE.code(), id.toString()));
        }
    }

    private Unit append(Unit unit, String act) {
        store.append(unit, witness.time().now(), witness.access().actor());
        witness.audit()
                .record(AuditEntry.of(
                                act,
                                "unit",
                                unit.id(),
                                "code",
                                unit.code(),
                                "name",
                                unit.name(),
                                "parent",
                                unit.parent() == null ? "" : unit.parent().toString(),
                                "effectiveFrom",
                                unit.effectiveFrom().toString())
                        .in(unit.id()));
        return unit;
    }

    private List<Unit> statesOf(UnitId id) {
        return memory.facts().units().stream()
                .filter(unit -> unit.id().equals(id))
                .sorted(Comparator.comparingInt(Unit::version))
                .toList();
    }

    private UnitTree treeOn(LocalDate day) {
        return new UnitTree(memory.facts().units(), day);
    }
}
