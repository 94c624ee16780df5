package org.guildhall.messages.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.guildhall.messages.Delivery.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server says decides whether a message is tried again. */
class SmtpRepliesTest {

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user, smtp.550, true",
        "RCPT, 553 bad mailbox, smtp.553, true",
        "RCPT, 450 4.2.1 mailbox busy, smtp.450, false",
        "RCPT, 452 too many, smtp.452, false",
        "MAIL, 451 try later, smtp.451, false",
        "MAIL, 553 sender not allowed, smtp.553, true",
        "DATA, 554 no, smtp.554, true",
        "., 552 too large, smtp.552, true",
        "., 451 local error, smtp.451, false"
    })
    void five_hundreds_are_for_good_and_four_hundreds_for_now(
            String command, String reply, String code, boolean forGood) throws IOException {
        try (var server = new ScriptedSmtp(Map.of(command, reply))) {
            var answer = send(server);

            assertThat(answer)
                    .isEqualTo(
                            switch (answer) {
                                case Answer.Refused(var said, var detail) when forGood && said.equals(code) -> answer;
                                case Answer.Delayed(var said, var detail) when !forGood && said.equals(code) -> answer;
                                default -> code + " for good: " + forGood;
                            });
            assertThat(server.accepted()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"EHLO", "MAIL", "RCPT", "DATA"})
    void a_server_that_falls_silent_is_tried_again(String command) throws IOException {
        try (var server = new ScriptedSmtp(Map.of(command, ""))) {
            assertThat(send(server))
                    .isInstanceOfSatisfying(
                            Answer.Delayed.class,
                            delayed -> assertThat(delayed.code()).isEqualTo("smtp.unreachable"));
        }
    }

    @Test
    void where_nobody_listens_it_is_tried_again() throws IOException {
        int port;
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort(); // and nothing ever accepts there
        }
        assertThat(SmtpDeliveryTest.smtp(port, null, null, SmtpSettings.Security.NONE)
                        .send(List.of(DeliveryContract.envelope("one", "a@example.com", "积分")))
                        .getFirst())
                .isInstanceOf(Answer.Delayed.class);
    }

    @Test
    void one_refused_address_does_not_keep_the_others_from_going() throws IOException {
        try (var server = new ScriptedSmtp(Map.of())) {
            var answers = SmtpDeliveryTest.smtp(server.port(), null, null, SmtpSettings.Security.NONE)
                    .send(List.of(
                            DeliveryContract.envelope("one", "a@example.com", "积分"),
                            DeliveryContract.envelope("two", "no address", "积分"),
                            DeliveryContract.envelope("three", "b@example.com", "积分")));
            assertThat(answers).hasExactlyElementsOfTypes(Answer.Sent.class, Answer.Refused.class, Answer.Sent.class);
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void a_silent_server_is_waited_for_once_and_not_by_every_message_of_the_batch() throws IOException {
        try (var server = new ScriptedSmtp(Map.of("EHLO", ""))) {
            var batch = java.util.stream.IntStream.range(0, 50)
                    .mapToObj(number -> DeliveryContract.envelope("key-" + number, "a@example.com", "积分"))
                    .toList();
            var begun = System.nanoTime();
            var answers = SmtpDeliveryTest.smtp(server.port(), null, null, SmtpSettings.Security.NONE)
                    .send(batch);

            assertThat(answers).hasSize(50).hasOnlyElementsOfType(Answer.Delayed.class);
            assertThat(java.time.Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(java.time.Duration.ofSeconds(10));
        }
    }

    private static Answer send(ScriptedSmtp server) {
        return SmtpDeliveryTest.smtp(server.port(), null, null, SmtpSettings.Security.NONE)
                .send(List.of(DeliveryContract.envelope("one", "a@example.com", "积分")))
                .getFirst();
    }
}
