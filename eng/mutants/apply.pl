# Applies one mutant to the sources below the current folder. Each text must be there exactly once; where its lines break,
# how they are indented and whether a list ends with a comma does not matter.
use strict;
use warnings;

local $/;
open(my $file, '<', $ARGV[0]) or die "$ARGV[0]: $!\n";
my (undef, @edits) = split(/^--- (?!becomes$)(.*)\n/m, <$file>);
die "$ARGV[0] names no place\n" unless @edits;
while (my ($path, $texts) = splice(@edits, 0, 2)) {
    my ($from, $to) = split(/^--- becomes\n/m, $texts, 2);
    die "$ARGV[0]: what $path becomes is not said\n" unless defined $to;
    s{\n\z}{} for $from, $to;
    open(my $source, '<', $path) or die "$path: $!\n";
    my $text = <$source>;
    close($source);
    my $pattern = join('\s*', map { $_ eq '}' ? ',?\s*\}' : quotemeta } $from =~ /\w+|[^\w\s]/g);
    my $places = () = $text =~ /$pattern/g;
    die "it no longer applies: $path has its text $places times\n" unless $places == 1;
    $text =~ s/$pattern/$to/;
    open(my $target, '>', $path) or die "$path: $!\n";
    print $target $text;
    close($target);
}
