package org.guildhall.messages.outbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.messages.PlanMessages;
import org.guildhall.messages.templates.Current;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Adds messages, however many with one statement; whoever has one of the same reason and period keeps that. */
@Component
class PlanStore {

    private static final String PLAN = """
            insert into messages.message (member_id, message_id, reason, period, template, version, channel, purpose, facts,
              rule_kind, rule_version, rule_from, rule_clause, due_at, valid_until, planned_at, planned_by)
            select w.member_id, w.message_id, {0}, w.period, {1}, {2}, {3}, {4}, w.facts::jsonb,
              {5}, {6}::int, {7}::date, {8}, coalesce(w.not_before, {9}::timestamptz), w.valid_until, {9}::timestamptz, {10}
            from unnest({11}::uuid[], {12}::uuid[], {13}::text[], {14}::text[], {15}::timestamptz[],
              {16}::timestamptz[]) as w (member_id, message_id, period, facts, valid_until, not_before)
            on conflict do nothing
            """;

    private final DSLContext sql;
    private final JsonMapper json;

    PlanStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The identifier of a member's only message of a reason and period. */
    static UUID id(MemberId member, String reason, String period) {
        return Ids.derived("message|" + member + "|" + reason + "|" + period);
    }

    int add(Current template, PlanMessages messages, Instant now, String actor) {
        var wishes = messages.wishes();
        var rule = messages.rule();
        return sql.execute(
                PLAN,
                DSL.val(template.reason()),
                DSL.val(template.code()),
                DSL.val(template.version()),
                DSL.val(template.channel().code()),
                DSL.val(template.purpose().code()),
                DSL.val(rule == null ? null : rule.policy(), String.class),
                DSL.val(rule == null ? null : rule.version(), Integer.class),
                DSL.val(rule == null ? null : rule.effectiveFrom().toString(), String.class),
                DSL.val(rule == null ? null : rule.clause(), String.class),
                DSL.val(now.atOffset(ZoneOffset.UTC)),
                DSL.val(actor),
                DSL.val(wishes.stream().map(wish -> wish.member().value()).toArray(UUID[]::new)),
                DSL.val(wishes.stream()
                        .map(wish -> id(wish.member(), template.reason(), wish.period()))
                        .toArray(UUID[]::new)),
                DSL.val(wishes.stream().map(PlanMessages.Wish::period).toArray(String[]::new)),
                DSL.val(facts(wishes)),
                DSL.val(times(wishes, PlanMessages.Wish::validUntil)),
                DSL.val(times(wishes, PlanMessages.Wish::notBefore)));
    }

    private static OffsetDateTime[] times(
            List<PlanMessages.Wish> wishes, Function<PlanMessages.Wish, @Nullable Instant> part) {
        return wishes.stream()
                .map(part)
                .map(at -> at == null ? null : at.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private String[] facts(List<PlanMessages.Wish> wishes) {
        return wishes.stream()
                .map(wish -> json.writeValueAsString(wish.facts()))
                .toArray(String[]::new);
    }
}
