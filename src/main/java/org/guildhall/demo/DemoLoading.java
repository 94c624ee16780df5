package org.guildhall.demo;

import java.util.Map;
import org.guildhall.insights.Insights;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the story of the demo company as a job: the founding, then chapter after chapter of members with all they bought,
 * each in one transaction. Interrupted, it goes on with the next chapter; what
 * concerns them all is told after the last one.
 */
@Component
class DemoLoading implements JobKind<DemoStory> {

    static final String CODE = "demo.load";
    private static final int CHAPTER = 250;

    private final Telling telling;
    private final TransactionTemplate transaction;
    private final Ledger ledger;
    private final Insights insights;
    private final DemoNotice notice;

    DemoLoading(Telling telling, TransactionTemplate transaction, Ledger ledger, Insights insights, DemoNotice notice) {
        this.telling = telling;
        this.transaction = transaction;
        this.ledger = ledger;
        this.insights = insights;
        this.notice = notice;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<DemoStory> params() {
        return DemoStory.class;
    }

    @Override
    public void run(JobRun<DemoStory> run) {
        var story = run.params();
        int next = run.cursor() == null ? -1 : Integer.parseInt(run.cursor());
        if (next < 0) {
            transaction.executeWithoutResult(status -> {
                telling.found(story);
                run.checkpoint("0", 0, story.members());
            });
            next = 0;
        }
        var sketchbook = new Sketchbook(story);
        while (next < story.members() && !run.cancelled()) {
            int from = next;
            int to = Math.min(story.members(), from + CHAPTER);
            transaction.executeWithoutResult(status -> {
                telling.chapter(story, sketchbook.members(from, to));
                run.checkpoint(Integer.toString(to), to, story.members());
            });
            next = to;
        }
        if (next < story.members()) {
            return;
        }
        transaction.executeWithoutResult(status -> telling.finish(story));
        telling.gifts(story);
        telling.wallets(story);
        telling.counters(story);
        telling.benefits(story);
        telling.rebates(story);
        telling.exceptions(story);
        ledger.expire(Asset.POINTS, story.today().minusMonths(1));
        ledger.expire(Asset.POINTS, story.today());
        telling.simulation();
        telling.notices(story);
        transaction.executeWithoutResult(status -> telling.closing());
        ledger.prove();
        insights.refresh();
        run.result(Map.of("members", next));
        notice.ready();
    }
}
