package org.guildhall.sessioncards.products;

import static org.guildhall.jooq.sessioncards.Tables.SERVICE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.jooq.sessioncards.tables.records.ServiceRecord;
import org.guildhall.kernel.Money;
import org.guildhall.sessioncards.ServiceDetails;
import org.guildhall.sessioncards.ServiceView;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps the services. */
@Component
class ServiceStore {

    private final DSLContext sql;

    ServiceStore(DSLContext sql) {
        this.sql = sql;
    }

    List<ServiceView> all() {
        return sql.selectFrom(SERVICE).orderBy(SERVICE.NAME, SERVICE.NUMBER).fetch(ServiceStore::view);
    }

    Optional<ServiceView> find(UUID id) {
        return sql.selectFrom(SERVICE).where(SERVICE.SERVICE_ID.eq(id)).fetchOptional(ServiceStore::view);
    }

    /** Adds a service; false if the name is taken. */
    boolean insert(UUID id, ServiceDetails details, Instant now) {
        var row = row(details, now);
        row.setServiceId(id);
        row.setRevision(1);
        return sql.insertInto(SERVICE)
                        .set(row)
                        .onConflict(SERVICE.NAME)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** Whether another service has this name. */
    boolean taken(String name, UUID except) {
        return sql.fetchExists(
                sql.selectFrom(SERVICE).where(SERVICE.NAME.eq(name.strip())).and(SERVICE.SERVICE_ID.ne(except)));
    }

    /** Replaces what is said about a service that is still at the revision; false if it is not. */
    boolean update(UUID id, ServiceDetails details, int revision, Instant now) {
        var row = row(details, now);
        row.setRevision(revision + 1);
        return sql.update(SERVICE)
                        .set(row)
                        .where(SERVICE.SERVICE_ID.eq(id))
                        .and(SERVICE.REVISION.eq(revision))
                        .execute()
                == 1;
    }

    private static ServiceRecord row(ServiceDetails details, Instant now) {
        var row = new ServiceRecord();
        row.setName(details.name().strip());
        row.setMinutes(details.minutes());
        row.setListed(details.listed().minor());
        row.setCurrency(details.listed().currency().getCurrencyCode());
        row.setNeedsStaff(details.needsStaff());
        row.setNeedsPlace(details.needsPlace());
        row.setOffered(details.offered());
        row.setChangedAt(now.atOffset(ZoneOffset.UTC));
        return row;
    }

    private static ServiceView view(ServiceRecord row) {
        var details = new ServiceDetails(
                row.getName(),
                row.getMinutes(),
                Money.of(row.getListed(), row.getCurrency()),
                row.getNeedsStaff(),
                row.getNeedsPlace(),
                row.getOffered());
        return new ServiceView(row.getServiceId(), details, row.getRevision());
    }
}
