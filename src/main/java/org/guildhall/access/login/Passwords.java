package org.guildhall.access.login;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and compares passwords with bcrypt, makes one-time ones and says which may be chosen. */
@Component
public class Passwords {

    static final int STRENGTH = 10;
    private static final int LONGEST_BYTES = 72; // bcrypt reads no further
    // of a password thrown away: a stranger's log-in takes as long as a known one's
    static final String NOBODYS = "$2a$10$e3pO8rwnfJCYOPMWBQufge//pOtgfJLkyvrQ0/R3kvrOZR.ldCaFa";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final Set<String> COMMON = Set.of(
            "password",
            "12345678",
            "123456789",
            "1234567890",
            "qwertyuiop",
            "password1",
            "password123",
            "iloveyou",
            "admin123456",
            "guildhall",
            "11111111",
            "88888888",
            "66666666",
            "1q2w3e4r5t",
            "qwerty123456",
            "woaini1314",
            "5201314520",
            "0123456789",
            "9876543210",
            "aa12345678",
            "abcd123456",
            "letmein123");

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(STRENGTH);
    private final SecureRandom random = new SecureRandom();
    private final Semaphore processors = new Semaphore(
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1)); // guessing must not stop the house
    private final SignInDecision rules;

    Passwords(SignInDecision rules) {
        this.rules = rules;
    }

    /** The hash to keep. */
    public String hash(String password) {
        return bcrypt.encode(password);
    }

    /** A password nobody has chosen: 16 letters and digits without look-alikes. */
    public String oneTime() {
        var text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    boolean matches(String password, @org.jspecify.annotations.Nullable String hash) {
        processors.acquireUninterruptibly();
        try {
            boolean known = hash != null && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
            return bcrypt.matches(known ? password : "x", known ? hash : NOBODYS) && known;
        } finally {
            processors.release();
        }
    }

    /** Refuses a password that is too short, too long, common, or made of the log-in name. */
    void requireGood(String field, String password, String username) {
        var broken = new ArrayList<Refusal.Field>();
        int shortest = rules.inForce().shortestPassword();
        if (password.codePointCount(0, password.length()) < shortest) {
            broken.add(new Refusal.Field(field, null, "password-too-short", Map.of("shortest", shortest)));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            broken.add(new Refusal.Field(field, null, "password-too-long", Map.of("longestBytes", LONGEST_BYTES)));
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(username.toLowerCase(Locale.ROOT))) {
            broken.add(new Refusal.Field(field, null, "password-contains-name", Map.of()));
        }
        if (COMMON.contains(lower) || lower.chars().distinct().count() < 4) {
            broken.add(new Refusal.Field(field, null, "password-common", Map.of()));
        }
        if (!broken.isEmpty()) {
            throw Refusal.of(new InvalidInput(List.copyOf(broken)));
        }
    }
}
