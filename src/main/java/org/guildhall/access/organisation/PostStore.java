package org.guildhall.access.organisation;

import static org.guildhall.jooq.access.Tables.KNOWN_PERMISSION;
import static org.guildhall.jooq.access.Tables.POST;
import static org.guildhall.jooq.access.Tables.POST_GRANT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guildhall.access.Grant;
import org.guildhall.access.Permission;
import org.guildhall.access.Post;
import org.guildhall.access.PostClass;
import org.guildhall.access.PostId;
import org.guildhall.access.PostPowers;
import org.guildhall.access.ScopeLevel;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The posts with their grants. */
@Component
class PostStore {

    private final DSLContext db;
    private final JsonMapper json;

    PostStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    List<Post> all() {
        return find(DSL.noCondition());
    }

    Optional<Post> get(PostId id) {
        return find(POST.POST_ID.eq(id.value())).stream().findFirst();
    }

    Optional<Post> byCode(String code) {
        return find(POST.CODE.eq(code)).stream().findFirst();
    }

    void insert(Post post, @Nullable String template, Instant at) {
        db.insertInto(POST)
                .set(POST.POST_ID, post.id().value())
                .set(POST.CODE, post.code())
                .set(POST.NAME, post.name())
                .set(POST.CLASS, post.postClass().code())
                .set(POST.SUMMARY, post.summary())
                .set(POST.POWERS, JSONB.valueOf(json.writeValueAsString(post.powers())))
                .set(POST.TEMPLATE, template)
                .set(POST.RETIRED, post.retired())
                .set(POST.VERSION, post.version())
                .set(POST.UPDATED_AT, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
        grant(post.id(), post.grants());
    }

    void update(Post post, Instant at) {
        db.update(POST)
                .set(POST.NAME, post.name())
                .set(POST.CLASS, post.postClass().code())
                .set(POST.SUMMARY, post.summary())
                .set(POST.POWERS, JSONB.valueOf(json.writeValueAsString(post.powers())))
                .set(POST.RETIRED, post.retired())
                .set(POST.VERSION, post.version())
                .set(POST.UPDATED_AT, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .where(POST.POST_ID.eq(post.id().value()))
                .execute();
        db.deleteFrom(POST_GRANT)
                .where(POST_GRANT.POST_ID.eq(post.id().value()))
                .execute();
        grant(post.id(), post.grants());
    }

    void grant(PostId post, Collection<Grant> grants) {
        for (var grant : grants) {
            db.insertInto(POST_GRANT)
                    .values(
                            post.value(),
                            grant.permission().code(),
                            grant.scope().code())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /** Whether the post is as its template made it: in use, and never edited. */
    boolean followsTemplate(PostId post) {
        return db.fetchExists(
                POST,
                POST.POST_ID
                        .eq(post.value())
                        .and(POST.TEMPLATE.isNotNull())
                        .and(POST.VERSION.eq(1))
                        .and(POST.RETIRED.isFalse()));
    }

    Set<String> knownPermissions() {
        return db.select(KNOWN_PERMISSION.PERMISSION).from(KNOWN_PERMISSION).fetchSet(KNOWN_PERMISSION.PERMISSION);
    }

    void know(Permission permission, Instant at) {
        db.insertInto(KNOWN_PERMISSION)
                .values(permission.code(), OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    private List<Post> find(Condition condition) {
        var grants = DSL.multiset(DSL.select(POST_GRANT.PERMISSION, POST_GRANT.SCOPE)
                        .from(POST_GRANT)
                        .where(POST_GRANT.POST_ID.eq(POST.POST_ID))
                        .orderBy(POST_GRANT.PERMISSION))
                .convertFrom(
                        rows -> rows.map(row -> new Grant(Permission.of(row.value1()), ScopeLevel.of(row.value2()))));
        return db.select(
                        POST.POST_ID,
                        POST.CODE,
                        POST.NAME,
                        POST.CLASS,
                        POST.SUMMARY,
                        POST.POWERS,
                        grants,
                        POST.RETIRED,
                        POST.VERSION)
                .from(POST)
                .where(condition)
                .orderBy(POST.CLASS, POST.CODE)
                .fetch(row -> new Post(
                        PostId.of(row.value1()),
                        row.value2(),
                        row.value3(),
                        PostClass.of(row.value4()),
                        row.value5(),
                        json.readValue(row.value6().data(), PostPowers.class),
                        row.value7(),
                        row.value8(),
                        row.value9()));
    }
}
