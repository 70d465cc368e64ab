"""What marks a comment, a string and a word of each language; data only."""

WORDS = {
    "c": """auto break case char class const constexpr continue default delete do double else enum explicit extern
        false float for friend goto if inline int long namespace new nullptr operator override private protected
        public register return short signed sizeof static struct switch template this throw true try catch typedef
        typename union unsigned using virtual void volatile while""",
    "java": """abstract as async await base bool boolean break byte case catch char class const continue data
        decimal default do double else enum extends false final finally float for foreach fun get if implements
        import in instanceof int interface internal is lateinit let long match namespace new null object out
        override package private protected public readonly record return sealed set short static string super switch
        synchronized this throw throws trait true try typeof val var void volatile when where while yield""",
    "script": """abstract as async await break case catch class const continue debugger default delete do else enum
        export extends false finally for from function get if implements import in instanceof interface let new null
        of private protected public readonly return set static super switch this throw true try type typeof
        undefined var void while yield""",
    "go": """break case chan const continue default defer else fallthrough false for func go goto if import
        interface iota map nil package range return select struct switch true type var""",
    "rust": """as async await break const continue crate dyn else enum extern false fn for if impl in let loop
        match mod move mut pub ref return self Self static struct super trait true type unsafe use where while""",
    "swift": """as associatedtype async await break case catch class continue default defer do else enum
        extension false fileprivate for func guard if import in init inout internal is let nil open override private
        protocol public repeat return self Self static struct super switch throw throws true try typealias var where
        while""",
    "python": """and as assert async await break case class continue def del elif else except False finally
        for from global if import in is lambda match None nonlocal not or pass raise return True try while with
        yield""",
    "ruby": """alias and begin break case class def do else elsif end ensure false for if in module next nil not or
        redo rescue retry return self super then true undef unless until when while yield""",
    "shell": "case do done elif else esac export fi for function if in local return select then until while",
    "sql": """all alter and as asc between by case count create cross delete desc distinct drop else end exists from
        full group having in index inner insert into is join key left like limit not null offset on or order outer
        primary references right select set table then union unique update using values view when where with""",
    "lua": """and break do else elseif end false for function goto if in local nil not or repeat return then true
        until while""",
    "haskell": """case class data deriving do else if import in infix instance let module newtype of then type
        where""",
    "lisp": "cond def defmacro defn defun define do fn if lambda let loop nil ns quote require setq true when",
    "values": "true false null yes no on off",
}  # fmt: skip
"""Words that a language keeps for itself, from its own reference."""

_C = ("slash", "double", "c")
_JAVA = ("slash", "plain", "java")
_SCRIPT = ("slash", "script", "script")
_SHELL = ("hash", "plain", "shell")
_SETTINGS = ("hash", "plain", "values")
_TAGS = ("markup", "plain", "tags")
_LISP = ("semicolon", "double", "lisp")

FAMILIES = {
    **dict.fromkeys(("c", "cpp", "c++", "cc", "h", "hpp", "objc", "objective-c", "cuda", "glsl", "zig", "d"), _C),
    **dict.fromkeys(("java", "kotlin", "kt", "scala", "c#", "cs", "csharp", "dart", "groovy", "php"), _JAVA),
    **dict.fromkeys(("javascript", "js", "jsx", "mjs", "typescript", "ts", "tsx", "vue", "svelte"), _SCRIPT),
    **dict.fromkeys(("go", "golang"), ("slash", "script", "go")),
    **dict.fromkeys(("rust", "rs"), ("slash", "double", "rust")),
    "swift": ("slash", "plain", "swift"),
    **dict.fromkeys(("python", "py", "python3", "pycon", "cython"), ("hash", "python", "python")),
    **dict.fromkeys(("ruby", "rb", "perl", "pl", "r", "elixir", "julia", "crystal"), ("hash", "plain", "ruby")),
    **dict.fromkeys(("bash", "sh", "shell", "zsh", "fish", "console", "shell-session"), _SHELL),
    **dict.fromkeys(("yaml", "yml", "toml", "ini", "conf", "nginx", "dockerfile", "make", "makefile"), _SETTINGS),
    **dict.fromkeys(("json", "jsonc", "json5"), ("slash", "plain", "values")),
    **dict.fromkeys(("sql", "mysql", "postgresql", "plpgsql", "sqlite"), ("dash", "plain", "sql")),
    "lua": ("dash", "plain", "lua"),
    **dict.fromkeys(("haskell", "hs", "elm", "purescript"), ("dash", "double", "haskell")),
    **dict.fromkeys(("lisp", "clojure", "clj", "scheme", "elisp", "emacs-lisp", "racket"), _LISP),
    **dict.fromkeys(("html", "xml", "svg", "xhtml", "rss", "atom"), _TAGS),
    **dict.fromkeys(("css", "scss", "less"), ("block", "plain", "none")),
}
"""For each name of a language: how it marks comments, how strings, and where its words are."""
