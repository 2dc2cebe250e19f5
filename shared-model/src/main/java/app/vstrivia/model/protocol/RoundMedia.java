package app.vstrivia.model.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The picture or video of a question, for everybody: its files may be fetched without a token, and kept for ever.
 *
 * @param alternative what stands for it where it cannot be seen; absent if there is none
 * @param width in pixels, as is {@code height}, so that there is room for it before it is there; absent of a video
 * @param placeholder a BlurHash; absent of a video
 * @param color the one that covers most, {@code #rrggbb}; absent of a video
 * @param files the smallest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoundMedia(
        Kind kind,
        String alternative,
        Integer width,
        Integer height,
        String placeholder,
        String color,
        List<File> files) {

    /** What it is. */
    public enum Kind {
        @JsonProperty("picture")
        PICTURE,
        @JsonProperty("video")
        VIDEO
    }

    /**
     * The same in one size and format.
     *
     * @param type its media type
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record File(String url, String type, Integer width, Integer height) {}
}
