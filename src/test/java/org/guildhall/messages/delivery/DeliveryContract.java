package org.guildhall.messages.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.guildhall.messages.Channel;
import org.guildhall.messages.Delivery;
import org.guildhall.messages.Delivery.Answer;
import org.guildhall.messages.Envelope;
import org.guildhall.messages.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every adapter keeps, whatever it speaks. */
abstract class DeliveryContract {

    abstract Delivery adapter();

    static Envelope envelope(String key, String address, @Nullable String subject) {
        return new Envelope(key, Channel.EMAIL, address, Language.ZH_CN, subject, "尊敬的会员：您的 1,200 积分将于三月底到期。");
    }

    @Test
    void it_answers_for_each_envelope_in_their_order() {
        var answers = adapter()
                .send(List.of(
                        envelope("one", "a@example.com", "积分"),
                        envelope("two", "b@example.com\r\nBcc: c@example.com", "积分"),
                        envelope("three", "c@example.com", "積分")));

        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).isInstanceOf(Answer.Sent.class);
        assertThat(answers.get(1)).isInstanceOf(Answer.Refused.class);
        assertThat(answers.get(2)).isInstanceOf(Answer.Sent.class);
    }

    @Test
    void a_header_within_an_address_or_a_subject_is_refused_for_good() {
        var unsafe = new ArrayList<Envelope>();
        for (var end : List.of("\r\n", "\n", "\r", "\u2028", "\u0000")) {
            unsafe.add(envelope("one", "a@example.com" + end + "Bcc: b@example.com", "积分"));
            unsafe.add(envelope("two", "a@example.com", "积分" + end + "Bcc: b@example.com"));
        }

        assertThat(adapter().send(unsafe))
                .hasSize(unsafe.size())
                .allSatisfy(answer -> assertThat(answer)
                        .isInstanceOfSatisfying(
                                Answer.Refused.class,
                                refused -> assertThat(refused.code()).isEqualTo("messages.unsafe-header")));
    }

    @Test
    void a_receipt_names_the_message_by_its_key() {
        var answer = adapter()
                .send(List.of(envelope("the-key", "a@example.com", "积分")))
                .getFirst();

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Sent.class, sent -> assertThat(sent.receipt()).contains("the-key"));
    }

    @Test
    void it_sends_nothing_when_there_is_nothing() {
        assertThat(adapter().send(List.of())).isEmpty();
    }

    @Test
    void it_carries_something_and_shows_no_secret() {
        assertThat(adapter().channels()).isNotEmpty();
        assertThat(adapter().settings().toString() + adapter()).doesNotContain("pass", "secret-7");
    }
}
