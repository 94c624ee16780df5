package org.guildhall.loyalty.histories;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.HistoryBatch;
import org.jspecify.annotations.Nullable;

/** Which opening balances begin and which end when books change. */
final class Reopening {

    final List<Book.Opening> begun = new ArrayList<>();
    final List<Book.Opening> ended = new ArrayList<>();
    private final Map<MemberId, Integer> numbers;
    private final HistoryBatch batch;

    /** With how many openings each book had so far. */
    Reopening(Map<MemberId, Integer> numbers, HistoryBatch batch) {
        this.numbers = numbers;
        this.batch = batch;
    }

    /** Compares what each changed book needs with what it has. */
    void follow(Map<MemberId, ? extends Collection<OpeningBalance.Turn>> books, Map<MemberId, Book.Opening> held) {
        books.forEach((member, turns) -> follow(member, OpeningBalance.of(turns).orElse(null), held.get(member)));
    }

    private void follow(MemberId member, @Nullable OpeningBalance needed, Book.@Nullable Opening has) {
        if (has != null && (needed == null || !has.is(needed))) {
            ended.add(has);
        }
        if (needed != null && (has == null || !has.is(needed))) {
            var book = new Book(member, batch.source());
            int number = numbers.getOrDefault(member, 0);
            begun.add(new Book.Opening(book.opening(number), book, needed.at(), needed.amount(), batch.expiresOn()));
        }
    }

    /** Members whose opening balance changes. */
    int members() {
        var all = new ArrayList<>(begun);
        all.addAll(ended);
        return (int) all.stream().map(one -> one.book().member()).distinct().count();
    }

    /** The net change. */
    long points() {
        return sum(begun) - sum(ended);
    }

    private static long sum(List<Book.Opening> openings) {
        return openings.stream().mapToLong(Book.Opening::amount).reduce(0, Math::addExact);
    }
}
