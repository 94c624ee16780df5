package org.guildhall.sessioncards.products;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Organisation;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.policies.Policies;
import org.guildhall.sessioncards.ChangeProduct;
import org.guildhall.sessioncards.ChangeService;
import org.guildhall.sessioncards.MoveProduct;
import org.guildhall.sessioncards.ProductDetails;
import org.guildhall.sessioncards.ProductDetails.Starts;
import org.guildhall.sessioncards.ProductQuery;
import org.guildhall.sessioncards.ProductView;
import org.guildhall.sessioncards.ServiceDetails;
import org.guildhall.sessioncards.ServiceView;
import org.guildhall.sessioncards.SessionCardPermissions;
import org.guildhall.sessioncards.SessionCardPolicy;
import org.guildhall.sessioncards.SessionCardRefusal;
import org.guildhall.sessioncards.SessionProducts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters, changes and moves services and products; each change is audited in its transaction. */
@Component
class ProductBook implements SessionProducts {

    private static final long MOST_MINOR = 100_000_000L;

    private final ServiceStore services;
    private final ProductStore products;
    private final Ground ground;
    private final Audit audit;
    private final TransactionTemplate transaction;

    ProductBook(
            ServiceStore services, ProductStore products, Ground ground, Audit audit, TransactionTemplate transaction) {
        this.services = services;
        this.products = products;
        this.ground = ground;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Who acts, when, under which rules, and which stores there are. */
    @Component
    record Ground(Access access, Organisation organisation, Policies policies, BusinessTime time) {}

    @Override
    public List<ServiceView> services() {
        ground.access.require(SessionCardPermissions.READ);
        return services.all();
    }

    @Override
    public ServiceView enterService(ServiceDetails details) {
        ground.access.require(SessionCardPermissions.CONFIGURE);
        requirePrice("listed", details.listed().minor());
        var id = Ids.next(ground.time.clock());
        return inTransaction(() -> {
            if (!services.insert(id, details, ground.time.now())) {
                throw Refusal.of(new SessionCardRefusal.NameTaken(details.name()));
            }
            audit.record(AuditEntry.of("sessioncards.service-entered", "session-service", id, "name", details.name()));
            return service(id);
        });
    }

    @Override
    public ServiceView changeService(UUID id, ChangeService command) {
        ground.access.require(SessionCardPermissions.CONFIGURE);
        var details = command.details();
        requirePrice("details.listed", details.listed().minor());
        return inTransaction(() -> {
            var before = service(id);
            if (services.taken(details.name(), id)) {
                throw Refusal.of(new SessionCardRefusal.NameTaken(details.name()));
            }
            if (!services.update(id, details, command.expectedRevision(), ground.time.now())) {
                throw Refusal.of(new SessionCardRefusal.Stale(command.expectedRevision(), before.revision()));
            }
            audit.record(AuditEntry.of(
                    "sessioncards.service-changed",
                    "session-service",
                    id,
                    "name",
                    details.name(),
                    "minutes",
                    details.minutes()));
            return service(id);
        });
    }

    @Override
    public Slice<ProductView> list(ProductQuery query) {
        ground.access.require(SessionCardPermissions.READ);
        return products.page(query);
    }

    @Override
    public ProductView get(UUID id) {
        ground.access.require(SessionCardPermissions.READ);
        return find(id);
    }

    @Override
    public ProductView enter(ProductDetails details) {
        ground.access.require(SessionCardPermissions.CONFIGURE);
        check(details, "");
        var id = Ids.next(ground.time.clock());
        return inTransaction(() -> {
            products.insert(id, details, ground.time.now());
            audit.record(AuditEntry.of("sessioncards.product-entered", "session-product", id, "name", details.name()));
            return find(id);
        });
    }

    @Override
    public ProductView change(UUID id, ChangeProduct command) {
        ground.access.require(SessionCardPermissions.CONFIGURE);
        check(command.details(), "details.");
        return inTransaction(() -> {
            var before = find(id);
            if (before.state() != ProductView.State.DRAFT) {
                throw Refusal.of(new SessionCardRefusal.ProductNotDraft(before.state()));
            }
            if (!products.update(id, command.details(), command.expectedRevision(), ground.time.now())) {
                throw Refusal.of(new SessionCardRefusal.Stale(command.expectedRevision(), before.revision()));
            }
            audit.record(AuditEntry.of(
                    "sessioncards.product-changed",
                    "session-product",
                    id,
                    "name",
                    command.details().name()));
            return find(id);
        });
    }

    @Override
    public ProductView move(UUID id, MoveProduct command) {
        ground.access.require(SessionCardPermissions.CONFIGURE);
        return inTransaction(() -> {
            var before = find(id);
            if (!before.state().before(command.state())) {
                throw Refusal.of(new SessionCardRefusal.ProductCannotMove(before.state(), command.state()));
            }
            if (command.state() == ProductView.State.ON_SALE) {
                requireLawful(before.details());
            }
            if (!products.move(id, command.state(), command.expectedRevision(), ground.time.now())) {
                throw Refusal.of(new SessionCardRefusal.Stale(command.expectedRevision(), before.revision()));
            }
            audit.record(AuditEntry.of(
                    "sessioncards.product-moved",
                    "session-product",
                    id,
                    "name",
                    before.details().name(),
                    "from",
                    before.state().code(),
                    "to",
                    command.state().code()));
            return find(id);
        });
    }

    private void requireLawful(ProductDetails details) {
        var sales = ground.policies
                .inForce(SessionCardPolicy.KIND, ground.time.today())
                .policy()
                .sales();
        var days = details.days();
        // The days of a card of unlimited use are what is bought, not a time limit on it.
        if (days != null && details.unlimited() == null && days < sales.shortestDays()) {
            throw Refusal.of(new SessionCardRefusal.ValidityTooShort(days, sales.shortestDays(), sales.source()));
        }
        var cap = sales.named();
        if (!details.price().currency().equals(cap.currency())) {
            throw InvalidInput.of("price", details.price().currency(), "same-currency");
        }
        if (details.price().compareTo(cap) > 0) {
            throw Refusal.of(new SessionCardRefusal.AboveCap(details.price(), cap, sales.source()));
        }
    }

    private void check(ProductDetails details, String path) {
        requirePrice(path + "price", details.price().minor());
        if ((details.starts() == Starts.ENDLESS) != (details.days() == null)) {
            throw InvalidInput.of(
                    path + "days", details.days(), details.days() == null ? "required" : "only-with-an-end");
        }
        boolean unlimited = details.unlimited() != null;
        if (unlimited && details.starts() == Starts.ENDLESS) {
            throw InvalidInput.of(path + "starts", details.starts().code(), "with-an-end");
        }
        var seen = new HashSet<UUID>();
        for (int i = 0; i < details.items().size(); i++) {
            var item = details.items().get(i);
            var field = path + "items[" + i + "].service";
            if (!seen.add(item.service())) {
                throw InvalidInput.of(field, item.service(), "unique");
            }
            if (unlimited != (item.sessions() == null)) {
                throw InvalidInput.of(
                        path + "items[" + i + "].sessions",
                        item.sessions(),
                        unlimited ? "not-if-unlimited" : "required");
            }
            var service = service(item.service());
            if (!service.details().offered()) {
                throw InvalidInput.of(field, service.details().name(), "offered");
            }
            if (!service.details().listed().currency().equals(details.price().currency())) {
                throw InvalidInput.of(field, service.details().name(), "same-currency");
            }
        }
        for (var store : details.stores()) {
            if (ground.organisation.stores().stream()
                    .noneMatch(unit -> unit.id().equals(store))) {
                throw InvalidInput.of(path + "stores", store, "open-store");
            }
        }
    }

    private static void requirePrice(String field, long minor) {
        if (minor <= 0 || minor > MOST_MINOR) {
            throw InvalidInput.of(field, minor, minor <= 0 ? "positive" : "within-limit");
        }
    }

    private ServiceView service(UUID id) {
        return services.find(id).orElseThrow(() -> Refusal.of(new SessionCardRefusal.UnknownService(id)));
    }

    private ProductView find(UUID id) {
        return products.find(id).orElseThrow(() -> Refusal.of(new SessionCardRefusal.UnknownProduct(id)));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
