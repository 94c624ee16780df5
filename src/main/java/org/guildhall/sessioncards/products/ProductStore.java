package org.guildhall.sessioncards.products;

import static org.guildhall.jooq.sessioncards.Tables.CARD;
import static org.guildhall.jooq.sessioncards.Tables.PRODUCT;
import static org.guildhall.jooq.sessioncards.Tables.PRODUCT_ITEM;
import static org.guildhall.jooq.sessioncards.Tables.SERVICE;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.jooq.sessioncards.tables.records.ProductRecord;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.Cursors;
import org.guildhall.sessioncards.ProductDetails;
import org.guildhall.sessioncards.ProductDetails.Starts;
import org.guildhall.sessioncards.ProductQuery;
import org.guildhall.sessioncards.ProductView;
import org.guildhall.sessioncards.rules.Worth;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the products. */
@Component
class ProductStore {

    private final DSLContext sql;

    ProductStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<ProductView> find(UUID id) {
        return views(sql.selectFrom(PRODUCT).where(PRODUCT.PRODUCT_ID.eq(id)).fetch()).stream()
                .findFirst();
    }

    Slice<ProductView> page(ProductQuery query) {
        var condition = condition(query);
        var after = Cursors.decode(query.cursor(), 1);
        var rows = sql.selectFrom(PRODUCT)
                .where(condition)
                .and(after.isEmpty() ? noCondition() : PRODUCT.NUMBER.lt(after.number(0)))
                .orderBy(PRODUCT.NUMBER.desc())
                .limit(query.size() + 1)
                .fetch();
        long count =
                sql.fetchCount(sql.selectOne().from(PRODUCT).where(condition).limit(Slice.COUNT_LIMIT + 1));
        var cut = Slice.cut(rows, query.size(), last -> Cursors.encode(last.getNumber()), Slice.Total.counted(count));
        return new Slice<>(views(cut.items()), cut.next(), cut.total());
    }

    void insert(UUID id, ProductDetails details, Instant now) {
        var row = row(details, now);
        row.setProductId(id);
        row.setState(ProductView.State.DRAFT.code());
        row.setRevision(1);
        sql.insertInto(PRODUCT).set(row).execute();
        insertItems(id, details);
    }

    /** Replaces a draft that is still at the revision; false if it is not. */
    boolean update(UUID id, ProductDetails details, int revision, Instant now) {
        var row = row(details, now);
        row.setRevision(revision + 1);
        boolean updated = sql.update(PRODUCT)
                        .set(row)
                        .where(PRODUCT.PRODUCT_ID.eq(id))
                        .and(PRODUCT.REVISION.eq(revision))
                        .and(PRODUCT.STATE.eq(ProductView.State.DRAFT.code()))
                        .execute()
                == 1;
        if (updated) {
            sql.deleteFrom(PRODUCT_ITEM).where(PRODUCT_ITEM.PRODUCT_ID.eq(id)).execute();
            insertItems(id, details);
        }
        return updated;
    }

    /** Moves a product that is still at the revision; false if it is not. */
    boolean move(UUID id, ProductView.State state, int revision, Instant now) {
        return sql.update(PRODUCT)
                        .set(PRODUCT.STATE, state.code())
                        .set(PRODUCT.REVISION, revision + 1)
                        .set(PRODUCT.CHANGED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(PRODUCT.PRODUCT_ID.eq(id))
                        .and(PRODUCT.REVISION.eq(revision))
                        .execute()
                == 1;
    }

    private void insertItems(UUID id, ProductDetails details) {
        int place = 0;
        for (var item : details.items()) {
            sql.insertInto(PRODUCT_ITEM)
                    .set(PRODUCT_ITEM.PRODUCT_ID, id)
                    .set(PRODUCT_ITEM.SERVICE_ID, item.service())
                    .set(PRODUCT_ITEM.PLACE, place++)
                    .set(PRODUCT_ITEM.SESSIONS, item.sessions())
                    .execute();
        }
    }

    private static Condition condition(ProductQuery query) {
        var condition = noCondition();
        if (query.state() != null) {
            condition = condition.and(PRODUCT.STATE.eq(query.state().code()));
        }
        if (query.store() != null) {
            condition = condition.and(
                    cardinality(PRODUCT.STORES).eq(0).or(PRODUCT.STORES.contains(new UUID[] {query.store()})));
        }
        if (query.text() != null && !query.text().isBlank()) {
            condition =
                    condition.and(PRODUCT.NAME.containsIgnoreCase(query.text().strip()));
        }
        return condition;
    }

    private static ProductRecord row(ProductDetails details, Instant now) {
        var row = new ProductRecord();
        row.setName(details.name().strip());
        row.setPrice(details.price().minor());
        row.setCurrency(details.price().currency().getCurrencyCode());
        row.setStarts(details.starts().code());
        row.setDays(details.days());
        var unlimited = details.unlimited();
        row.setUnlimited(unlimited != null);
        row.setDaily(unlimited == null ? null : unlimited.daily());
        row.setStores(details.stores().stream().map(UnitId::value).toArray(UUID[]::new));
        row.setChangedAt(now.atOffset(ZoneOffset.UTC));
        return row;
    }

    private List<ProductView> views(List<ProductRecord> rows) {
        var ids = rows.stream().map(ProductRecord::getProductId).toList();
        var items = items(ids);
        var sold = sold(ids);
        return rows.stream()
                .map(row -> view(
                        row,
                        items.getOrDefault(row.getProductId(), List.of()),
                        sold.getOrDefault(row.getProductId(), 0)))
                .toList();
    }

    private Map<UUID, List<Item>> items(Collection<UUID> products) {
        return sql.select(
                        PRODUCT_ITEM.PRODUCT_ID,
                        PRODUCT_ITEM.SERVICE_ID,
                        SERVICE.NAME,
                        PRODUCT_ITEM.SESSIONS,
                        SERVICE.LISTED)
                .from(PRODUCT_ITEM)
                .join(SERVICE)
                .on(SERVICE.SERVICE_ID.eq(PRODUCT_ITEM.SERVICE_ID))
                .where(PRODUCT_ITEM.PRODUCT_ID.in(products))
                .orderBy(PRODUCT_ITEM.PRODUCT_ID, PRODUCT_ITEM.PLACE)
                .fetchGroups(PRODUCT_ITEM.PRODUCT_ID, ProductStore::item);
    }

    private Map<UUID, Integer> sold(Collection<UUID> products) {
        return sql.select(CARD.PRODUCT_ID, count())
                .from(CARD)
                .where(CARD.PRODUCT_ID.in(products))
                .groupBy(CARD.PRODUCT_ID)
                .fetchMap(CARD.PRODUCT_ID, count());
    }

    private record Item(UUID service, String name, @Nullable Integer sessions, long listed) {

        /** One of each tells what the services of a card of unlimited use are worth beside each other. */
        Worth.Sessions weight() {
            return new Worth.Sessions(sessions == null ? 1 : sessions, listed);
        }
    }

    private static Item item(Record5<UUID, UUID, String, Integer, Long> row) {
        return new Item(row.value2(), row.value3(), row.value4(), row.value5());
    }

    private static ProductView view(ProductRecord row, List<Item> items, long sold) {
        var details = new ProductDetails(
                row.getName(),
                Money.of(row.getPrice(), row.getCurrency()),
                items.stream()
                        .map(item -> new ProductDetails.Item(item.service, item.sessions))
                        .toList(),
                Starts.of(row.getStarts()),
                row.getDays(),
                Arrays.stream(row.getStores()).map(UnitId::new).toList(),
                row.getUnlimited() ? new ProductDetails.Unlimited(row.getDaily()) : null);
        var parts = Worth.split(row.getPrice(), items.stream().map(Item::weight).toList());
        var lines = new ArrayList<ProductView.Line>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            lines.add(new ProductView.Line(
                    item.service,
                    item.name,
                    item.sessions,
                    Money.of(item.listed, row.getCurrency()),
                    Money.of(parts.get(i), row.getCurrency())));
        }
        return new ProductView(
                row.getProductId(), ProductView.State.of(row.getState()), details, lines, sold, row.getRevision());
    }
}
