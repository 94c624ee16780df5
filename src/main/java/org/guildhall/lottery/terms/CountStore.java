package org.guildhall.lottery.terms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.jooq.lottery.tables.records.PrizeRecord;
import org.guildhall.lottery.LotteryView;
import org.guildhall.lottery.LotteryView.Counts;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Counts what was drawn in lotteries. */
@Component
class CountStore {

    private static final String DRAWS = """
            select d.lottery_id, count(*), count(e.draw_id), count(distinct d.member_id),
              coalesce(sum(d.points) filter (where e.draw_id is null), 0)
            from lottery.draw d
            left join lottery.ending e on e.draw_id = d.draw_id and e.kind = 'cancelled'
            where d.lottery_id = any(?)
            group by d.lottery_id
            """;

    private static final String PRIZES = """
            select lottery_id, drawn, given, count(*)
            from lottery.draw
            where lottery_id = any(?)
            group by lottery_id, drawn, given
            """;

    private final DSLContext sql;

    CountStore(DSLContext sql) {
        this.sql = sql;
    }

    /** What was counted, lottery by lottery. */
    record Counted(Map<UUID, Totals> totals, Map<UUID, List<Pair>> pairs) {

        Counts of(UUID lottery, List<PrizeRecord> prizes) {
            var total = totals.getOrDefault(lottery, Totals.NONE);
            var drawn = pairs.getOrDefault(lottery, List.of());
            var each = new ArrayList<LotteryView.OfPrize>();
            for (var prize : prizes) {
                int place = prize.getPlace();
                var stock = prize.getStock();
                each.add(new LotteryView.OfPrize(
                        prize.getCode(),
                        drawn.stream()
                                .filter(pair -> pair.drawn == place)
                                .mapToLong(Pair::count)
                                .sum(),
                        drawn.stream()
                                .filter(pair -> pair.given == place)
                                .mapToLong(Pair::count)
                                .sum(),
                        stock == null ? null : Long.valueOf(Math.max(0, stock - prize.getHits()))));
            }
            return new Counts(total.draws, total.cancelled, total.members, total.points, each);
        }
    }

    private record Totals(long draws, long cancelled, long members, long points) {
        static final Totals NONE = new Totals(0, 0, 0, 0);
    }

    private record Pair(int drawn, int given, long count) {}

    Counted of(Collection<UUID> lotteries) {
        var ids = lotteries.toArray(UUID[]::new);
        var totals = new HashMap<UUID, Totals>();
        sql.resultQuery(DRAWS, (Object) ids)
                .forEach(row -> totals.put(
                        row.get(0, UUID.class),
                        new Totals(
                                row.get(1, Long.class),
                                row.get(2, Long.class),
                                row.get(3, Long.class),
                                row.get(4, Long.class))));
        var pairs = new HashMap<UUID, List<Pair>>();
        sql.resultQuery(PRIZES, (Object) ids)
                .forEach(row -> pairs.computeIfAbsent(row.get(0, UUID.class), id -> new ArrayList<>())
                        .add(new Pair(row.get(1, Integer.class), row.get(2, Integer.class), row.get(3, Long.class))));
        return new Counted(totals, pairs);
    }
}
