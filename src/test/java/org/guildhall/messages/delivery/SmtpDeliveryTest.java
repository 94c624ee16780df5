package org.guildhall.messages.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.List;
import org.guildhall.messages.Delivery;
import org.guildhall.messages.Delivery.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpDeliveryTest extends DeliveryContract {

    private final GreenMail server = new GreenMail(patient());

    private static ServerSetup patient() {
        var setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(30_000);
        return setup;
    }

    @BeforeEach
    void start() {
        server.start();
        server.setUser("members@guild.example", "members", "secret-7");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    Delivery adapter() {
        return smtp(server.getSmtp().getPort(), "members", "secret-7", SmtpSettings.Security.NONE);
    }

    static Delivery smtp(int port, @Nullable String user, @Nullable String password, SmtpSettings.Security security) {
        var settings = new SmtpSettings(
                "127.0.0.1", port, user, password, "members@guild.example", security, Duration.ofSeconds(5));
        return new SmtpDelivery(settings, "127.0.0.1");
    }

    @Test
    void letters_of_any_script_arrive_as_they_were_written() throws Exception {
        adapter().send(List.of(envelope("the-key", "a@example.com", "积分到期提醒：王小明")));

        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("积分到期提醒：王小明");
        assertThat(mail.getContent().toString().strip()).isEqualTo("尊敬的会员：您的 1,200 积分将于三月底到期。");
        assertThat(mail.getContentType()).containsIgnoringCase("utf-8");
        assertThat(mail.getFrom()[0]).hasToString("members@guild.example");
        assertThat(mail.getHeader("Message-ID")).containsExactly("<the-key@guild.example>");
        assertThat(mail.getHeader("Content-Language")).containsExactly("zh-CN");
    }

    @Test
    void sent_twice_it_bears_the_same_identifier() throws Exception {
        adapter().send(List.of(envelope("the-key", "a@example.com", "积分")));
        adapter().send(List.of(envelope("the-key", "a@example.com", "积分")));

        assertThat(server.getReceivedMessages())
                .hasSize(2)
                .allSatisfy(
                        mail -> assertThat(mail.getHeader("Message-ID")).containsExactly("<the-key@guild.example>"));
    }

    @Test
    void a_wrong_password_is_mended_by_people_so_the_message_waits() {
        var adapter = smtp(server.getSmtp().getPort(), "members", "wrong", SmtpSettings.Security.NONE);

        assertThat(adapter.send(List.of(envelope("one", "a@example.com", "积分"))).getFirst())
                .isInstanceOf(Answer.Delayed.class);
    }

    @Test
    void nothing_is_said_in_the_clear_to_a_server_that_cannot_encrypt() {
        var adapter = smtp(server.getSmtp().getPort(), "members", "secret-7", SmtpSettings.Security.STARTTLS);

        assertThat(adapter.send(List.of(envelope("one", "a@example.com", "积分"))).getFirst())
                .isInstanceOf(Answer.Delayed.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void what_is_no_address_is_refused_for_good() {
        assertThat(adapter().send(List.of(envelope("one", "no address", "积分"))).getFirst())
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("smtp.address"));
    }
}
