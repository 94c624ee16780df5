package org.guildhall.messages.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.guildhall.messages.Channel;
import org.guildhall.messages.Delivery;
import org.guildhall.messages.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * Hands e-mail to an SMTP server (RFC 5321): one connection for a batch, plain text in UTF-8. The message's key is its
 * {@code Message-ID}, by which receivers drop a second copy. A reply of 5xx refuses for good, a reply of 4xx, a silent or an
 * unreachable server only for now, and then for the rest of the batch too.
 */
final class SmtpDelivery implements Delivery {

    private static final String KEY = "X-Guildhall-Message";
    private static final String UNREACHABLE = "smtp.unreachable";
    private static final String AUTHENTICATION = "smtp.authentication";

    private final SmtpSettings settings;
    private final String host;
    private final Session session;

    SmtpDelivery(SmtpSettings settings, String host) {
        this.settings = settings;
        this.host = host;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(SmtpSettings settings) {
        var millis = Long.toString(settings.timeout().toMillis());
        boolean starttls = settings.security() == SmtpSettings.Security.STARTTLS;
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.auth", Boolean.toString(settings.username() != null));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(starttls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(starttls));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == SmtpSettings.Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    @Override
    public String code() {
        return "smtp";
    }

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.EMAIL);
    }

    @Override
    public boolean leaves() {
        return true;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "host",
                host,
                "port",
                Integer.toString(settings.port()),
                "from",
                settings.from(),
                "security",
                settings.security().name().toLowerCase(java.util.Locale.ROOT),
                "timeout",
                settings.timeout().toSeconds() + " s");
    }

    @Override
    public List<Answer> send(List<Envelope> batch) {
        var answers = new ArrayList<Answer>();
        try (var transport = session.getTransport("smtp")) {
            for (var envelope : batch) {
                answers.add(silent(answers) ? answers.getLast() : answer(transport, envelope));
            }
        } catch (MessagingException e) {
            while (answers.size() < batch.size()) {
                answers.add(failed(e));
            }
        }
        return answers;
    }

    /** A server that does not answer is not waited for again and again: the rest of the batch has its next turn too. */
    private static boolean silent(List<Answer> answers) {
        return !answers.isEmpty()
                && answers.getLast() instanceof Answer.Delayed(var code, var detail)
                && (code.equals(UNREACHABLE) || code.equals(AUTHENTICATION));
    }

    private Answer answer(Transport transport, Envelope envelope) {
        if (!envelope.safe()) {
            return new Answer.Refused("messages.unsafe-header", "line break in address or subject");
        }
        try {
            var mail = mail(envelope);
            if (!transport.isConnected()) {
                transport.connect(host, settings.port(), settings.username(), settings.password());
            }
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Answer.Sent(mail.getMessageID());
        } catch (AddressException e) {
            return new Answer.Refused("smtp.address", "not an address");
        } catch (MessagingException e) {
            return failed(e);
        }
    }

    private MimeMessage mail(Envelope envelope) throws MessagingException {
        var id = "<" + envelope.key() + "@"
                + settings.from().substring(settings.from().indexOf('@') + 1) + ">";
        var mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(new InternetAddress(settings.from(), true));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(envelope.address(), true));
        mail.setSubject(envelope.subject() == null ? "" : envelope.subject(), StandardCharsets.UTF_8.name());
        mail.setText(envelope.body(), StandardCharsets.UTF_8.name());
        mail.setHeader("Content-Language", envelope.language().code());
        mail.setHeader(KEY, envelope.key());
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.saveChanges();
        return mail;
    }

    /** What the server said decides; where it said nothing, it may do better another time. */
    private static Answer failed(MessagingException e) {
        var said = said(e);
        if (said != null) {
            return said.code >= 500
                    ? new Answer.Refused("smtp." + said.code, said.text)
                    : new Answer.Delayed("smtp." + said.code, said.text);
        }
        return e instanceof AuthenticationFailedException
                ? new Answer.Delayed(AUTHENTICATION, "user or password refused")
                : new Answer.Delayed(UNREACHABLE, "no answer from the server");
    }

    private record Said(int code, String text) {}

    /** The reply with which the server refused, wherever the library put it; nothing for a code that is none. */
    private static @Nullable Said said(@Nullable Exception thrown) {
        var said = switch (thrown) {
            case SMTPAddressFailedException e -> new Said(e.getReturnCode(), String.valueOf(e.getMessage()));
            case SMTPSenderFailedException e -> new Said(e.getReturnCode(), String.valueOf(e.getMessage()));
            case SMTPSendFailedException e
            when e.getNextException() == null -> new Said(e.getReturnCode(), String.valueOf(e.getMessage()));
            case null, default -> null;
        };
        if (said != null && said.code >= 400 && said.code < 600) {
            return said;
        }
        return thrown instanceof MessagingException e && e.getNextException() != null
                ? said(e.getNextException())
                : null;
    }
}
