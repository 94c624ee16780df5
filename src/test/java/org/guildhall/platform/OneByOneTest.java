package org.guildhall.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneByOneTest {

    private static final int AT_ONCE = 3;

    private final Set<Integer> due =
            new TreeSet<>(IntStream.rangeClosed(1, 10).boxed().toList());

    @Test
    void all_that_is_due_is_done_page_by_page() {
        assertThat(OneByOne.work(AT_ONCE, this::next, due::remove)).isEqualTo(10);
        assertThat(due).isEmpty();
    }

    @Test
    void what_fails_keeps_none_behind_it_waiting_and_is_told_of_at_the_end() {
        assertThatThrownBy(() -> OneByOne.work(AT_ONCE, this::next, one -> {
                    if (one == 1 || one == 5) {
                        throw new IllegalStateException("stuck at " + one);
                    }
                    return due.remove(one);
                }))
                .hasMessage("stuck at 1");
        assertThat(due).containsExactly(1, 5);
    }

    @Test
    void what_is_left_undone_is_tried_once_and_many_of_them_end_the_work() {
        var tried = new ArrayList<Integer>();
        assertThat(OneByOne.work(AT_ONCE, this::next, one -> tried.add(one) && one > 3 && due.remove(one)))
                .isZero();
        assertThat(tried).containsExactly(1, 2, 3);
        assertThat(OneByOne.work(AT_ONCE, this::next, one -> one != 2 && due.remove(one)))
                .isEqualTo(9);
    }

    private List<Integer> next(Set<Integer> but) {
        return due.stream().filter(one -> !but.contains(one)).limit(AT_ONCE).toList();
    }
}
