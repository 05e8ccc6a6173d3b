GRANT UPDATE (made_at_ms, captions, poster) ON reelwright.cuts TO reelwright_member;--> statement-breakpoint
GRANT UPDATE (comments_closed_at_ms) ON reelwright.shares TO reelwright_member;--> statement-breakpoint
GRANT UPDATE (take_id) ON reelwright.comments TO reelwright_member;
