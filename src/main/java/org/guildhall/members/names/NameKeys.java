package org.guildhall.members.names;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinCaseType;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;
import org.jspecify.annotations.Nullable;

/**
 * What a name is found by: the key (lower case, no spaces and dots), the pinyin and its initials. A surname read otherwise
 * than the word (单 Shàn, 曾 Zēng, 尉迟 Yùchí) is read as a surname; ü is written v.
 */
public record NameKeys(String key, String pinyin, String initials) {

    private static final NameKeys NONE = new NameKeys("", "", "");
    private static final int LONGEST = 60;
    private static final Map<String, String[]> SURNAMES = Map.ofEntries(
            surname("单", "shan"),
            surname("单于", "chan", "yu"),
            surname("曾", "zeng"),
            surname("解", "xie"),
            surname("仇", "qiu"),
            surname("区", "ou"),
            surname("查", "zha"),
            surname("尉迟", "yu", "chi"),
            surname("朴", "piao"),
            surname("盖", "ge"),
            surname("翟", "zhai"),
            surname("乐", "yue"),
            surname("乐正", "yue", "zheng"),
            surname("任", "ren"),
            surname("华", "hua"),
            surname("纪", "ji"),
            surname("召", "shao"),
            surname("缪", "miao"),
            surname("覃", "qin"),
            surname("洗", "xian"),
            surname("折", "she"),
            surname("黑", "he"),
            surname("秘", "bi"),
            surname("员", "yun"),
            surname("祭", "zhai"),
            surname("种", "chong"),
            surname("繁", "po"),
            surname("那", "na"),
            surname("长孙", "zhang", "sun"),
            surname("万俟", "mo", "qi"),
            surname("澹台", "tan", "tai"),
            surname("宿", "su"),
            surname("逄", "pang"),
            surname("乜", "nie"),
            surname("牟", "mou"),
            surname("葛", "ge"),
            surname("都", "du"),
            surname("卜", "bu"),
            surname("郇", "xun"),
            surname("臧", "zang"),
            surname("车", "che"),
            surname("宁", "ning"),
            surname("石", "shi"),
            surname("沈", "shen"));
    private static final Map<Character, String> READINGS = new ConcurrentHashMap<>();
    private static final HanyuPinyinOutputFormat PLAIN = plain();

    private static Map.Entry<String, String[]> surname(String characters, String... syllables) {
        return Map.entry(characters, syllables);
    }

    private static HanyuPinyinOutputFormat plain() {
        var format = new HanyuPinyinOutputFormat();
        format.setCaseType(HanyuPinyinCaseType.LOWERCASE);
        format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        format.setVCharType(HanyuPinyinVCharType.WITH_V);
        return format;
    }

    /** The keys of a name; empty ones for no name. */
    public static NameKeys of(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return NONE;
        }
        var key = key(name);
        return key.codePoints().anyMatch(c -> c >= 0x2E80) ? chinese(key) : latin(name, key);
    }

    /** The form in which names are compared. */
    public static String key(String name) {
        var folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var key = new StringBuilder();
        folded.chars()
                .filter(c -> !Character.isWhitespace(c) && ".·•・'-".indexOf(c) < 0)
                .limit(LONGEST)
                .forEach(c -> key.append((char) c));
        return key.toString();
    }

    private static NameKeys chinese(String key) {
        var pinyin = new StringBuilder();
        var initials = new StringBuilder();
        int from = 0;
        for (int length = Math.min(2, key.length()); length > 0 && from == 0; length--) {
            var syllables = SURNAMES.get(key.substring(0, length));
            if (syllables != null) {
                for (var syllable : syllables) {
                    pinyin.append(syllable);
                    initials.append(syllable.charAt(0));
                }
                from = length;
            }
        }
        for (int i = from; i < key.length(); i++) {
            var reading = READINGS.computeIfAbsent(key.charAt(i), NameKeys::reading);
            pinyin.append(reading);
            initials.append(reading.charAt(0));
        }
        return new NameKeys(key, pinyin.toString(), initials.toString());
    }

    /** A name in letters is found by its last word too: the pinyin holds the words from the last to the first. */
    private static NameKeys latin(String name, String key) {
        var words = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .split("[\\s·•・]+", -1);
        var reversed = new StringBuilder();
        var initials = new StringBuilder();
        for (int i = words.length - 1; i >= 0; i--) {
            reversed.append(key(words[i]));
        }
        for (var word : words) {
            if (!word.isEmpty()) {
                initials.append(word.charAt(0));
            }
        }
        return new NameKeys(key, reversed.toString(), initials.toString());
    }

    private static String reading(char c) {
        try {
            var readings = PinyinHelper.toHanyuPinyinStringArray(c, PLAIN);
            return readings == null || readings.length == 0 ? String.valueOf(c) : readings[0];
        } catch (BadHanyuPinyinOutputFormatCombination e) {
            throw new IllegalStateException(e);
        }
    }
}
