package org.guildhall.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.mall.MoveReward;
import org.guildhall.mall.MoveStock;
import org.guildhall.mall.RewardDetails;
import org.guildhall.mall.RewardQuery;
import org.guildhall.mall.RewardView;
import org.guildhall.mall.Rewards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What members of the demo company redeem, for points alone or with money beside them: goods and services on sale, one being prepared, one taken off, one nearly gone. */
@Component
class Cupboard {

    private final Rewards rewards;

    Cupboard(Rewards rewards) {
        this.rewards = rewards;
    }

    /** A reward as the story puts it in the cupboard; negative counts are corrections. */
    private record Item(RewardDetails details, int received, int corrected, RewardView.State state) {}

    /** Fills the cupboard, in the caller's transaction; called again, it adds nothing. Gives what is on sale, cheapest first. */
    List<RewardView> fill(DemoStory story, List<UnitId> stores) {
        if (rewards.list(query()).items().isEmpty()) {
            items(story, stores).forEach(this::add);
        }
        var onSale = new ArrayList<>(rewards.list(query()).items());
        onSale.removeIf(reward -> reward.state() != RewardView.State.ON_SALE);
        onSale.sort(
                java.util.Comparator.comparingLong(reward -> reward.details().points()));
        return onSale;
    }

    private static RewardQuery query() {
        return new RewardQuery(null, null, null, null, null, null);
    }

    private static List<Item> items(DemoStory story, List<UnitId> stores) {
        var today = story.today();
        return List.of(
                item(goods("UMB-01", "晴雨伞", "晴雨傘", "Umbrella", 300), 120, 0),
                item(goods("CUP-02", "保温杯", "保溫杯", "Flask", 600), 80, -2),
                item(withCash(goods("NUT-03", "坚果礼盒", "堅果禮盒", "Box of nuts", 900), 2_990), 60, 0),
                item(
                        limited(goods("TEA-04", "明前龙井", "明前龍井", "Spring green tea", 1_200), 2, today.plusMonths(2)),
                        40,
                        0),
                item(course(stores), 24, 0),
                item(
                        withCash(limited(goods("SET-06", "青瓷茶具", "青瓷茶具", "Celadon tea set", 2_800), 1, null), 19_900),
                        3,
                        0),
                new Item(goods("BAG-07", "帆布袋", "帆布袋", "Tote bag", 200), 0, 0, RewardView.State.DRAFT),
                new Item(goods("FAN-08", "旧款折扇", "舊款摺扇", "Last year's fan", 150), 30, -30, RewardView.State.OFF));
    }

    private static Item item(RewardDetails details, int received, int corrected) {
        return new Item(details, received, corrected, RewardView.State.ON_SALE);
    }

    private static RewardDetails goods(String code, String name, String nameTw, String nameEn, long points) {
        return new RewardDetails(
                code, RewardView.Kind.GOODS, name, nameTw, nameEn, null, points, null, null, null, null, null, null);
    }

    private static RewardDetails withCash(RewardDetails usual, long fen) {
        return new RewardDetails(
                usual.code(),
                usual.kind(),
                usual.name(),
                usual.nameTw(),
                usual.nameEn(),
                null,
                usual.points(),
                Money.cny(fen),
                null,
                null,
                usual.lastDay(),
                null,
                usual.limitPerMember());
    }

    private static RewardDetails limited(RewardDetails usual, int limit, @Nullable LocalDate lastDay) {
        return new RewardDetails(
                usual.code(),
                usual.kind(),
                usual.name(),
                usual.nameTw(),
                usual.nameEn(),
                null,
                usual.points(),
                null,
                null,
                null,
                lastDay,
                null,
                limit);
    }

    private static RewardDetails course(List<UnitId> stores) {
        return new RewardDetails(
                "ART-05",
                RewardView.Kind.SERVICE,
                "茶艺体验课",
                "茶藝體驗課",
                "Tea class",
                "两小时，含茶点；请提前一天与门店约好时间。",
                1_500,
                null,
                List.of(new RewardDetails.TierPrice("gold", 1_200), new RewardDetails.TierPrice("diamond", 1_000)),
                null,
                null,
                stores.subList(0, 2),
                null);
    }

    private void add(Item item) {
        var entered = rewards.enter(item.details);
        if (item.received > 0) {
            var delivery = new MoveStock(MoveStock.Kind.RECEIVED, item.received, "季度采购到货");
            rewards.stock(entered.id(), delivery, "demo|received|" + entered.id());
        }
        if (item.corrected != 0) {
            var count = new MoveStock(MoveStock.Kind.CORRECTED, item.corrected, "盘点：破损下架");
            rewards.stock(entered.id(), count, "demo|corrected|" + entered.id());
        }
        if (item.state != RewardView.State.DRAFT) {
            rewards.move(entered.id(), new MoveReward(item.state, entered.revision()));
        }
    }
}
